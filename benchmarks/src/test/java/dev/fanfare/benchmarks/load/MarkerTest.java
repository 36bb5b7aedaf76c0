package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkerTest {
    private final Marker marker = new Marker();

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "1, 2, 3", "65535, 2147483647, -1", "43981, 19088743, 1985229328"})
    void whatIsWrittenIsFound(int source, int sequence, int message) {
        byte[] text = new byte[Marker.LENGTH + 20];
        Marker.write(text, 13, source, sequence, message);
        assertThat(marker.find(ByteBuffer.wrap(text), 0, text.length)).isTrue();
        assertThat(marker.source()).isEqualTo(source);
        assertThat(marker.sequence()).isEqualTo(sequence);
        assertThat(marker.message()).isEqualTo(message);
    }

    @Test
    void markerIsFoundWhereverItMovesTo() {
        for (int at : new int[] {40, 3, 60, 3}) {
            byte[] text = " ".repeat(100).getBytes(StandardCharsets.US_ASCII);
            Marker.write(text, at, 1, at, 0);
            assertThat(marker.find(ByteBuffer.wrap(text), 0, text.length)).isTrue();
            assertThat(marker.sequence()).isEqualTo(at);
        }
    }

    @Test
    void frameWithoutMarkerHasNone() {
        byte[] text = "{\"event\":\"a~b\",\"data\":\"~\"}~".getBytes(StandardCharsets.US_ASCII);
        assertThat(marker.find(ByteBuffer.wrap(text), 0, text.length)).isFalse();
    }

    @Test
    void markerOfTheNextFrameIsNotTaken() {
        byte[] text = " ".repeat(100).getBytes(StandardCharsets.US_ASCII);
        Marker.write(text, 50, 1, 2, 3);
        assertThat(marker.find(ByteBuffer.wrap(text), 0, 60)).isFalse();
    }
}
