package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;

/** Whatever bytes a client sends, they mean the same however the network cuts them, and nothing but frames comes of them. */
class WebSocketDecoderFuzzTest {
    private static final int MAX_MESSAGE = 1_000;
    private static final String END = "(refused|closed).*";

    @FuzzTest
    void bytesMeanTheSameHoweverTheyAreCut(byte[] bytes) {
        List<String> atOnce = decode(bytes, bytes.length);

        assertThat(decode(bytes, 1)).isEqualTo(atOnce);
        assertThat(decode(bytes, 7)).isEqualTo(atOnce);
        assertThat(atOnce.stream().filter(line -> line.matches(END))).hasSizeLessThanOrEqualTo(1);
        assertThat(atOnce)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo("text ".length() + MAX_MESSAGE));
    }

    private static List<String> decode(byte[] bytes, int step) {
        WebSocketDecoder decoder = new WebSocketDecoder(MAX_MESSAGE);
        RecordedFrames frames = new RecordedFrames();
        UnfinishedInput unfinished = null;
        for (int at = 0; at < bytes.length && !isOver(frames); at += step) {
            byte[] input = Arrays.copyOfRange(bytes, at, Math.min(at + step, bytes.length));
            unfinished = decoder.decode(unfinished, input, 0, input.length, frames);
        }
        return frames.found;
    }

    private static boolean isOver(RecordedFrames frames) {
        return !frames.found.isEmpty() && frames.found.getLast().matches(END);
    }
}
