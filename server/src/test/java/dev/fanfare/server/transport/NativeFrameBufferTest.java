package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.connection.Slices;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NativeFrameBufferTest {
    private final NativeFrameBuffer buffer = new NativeFrameBuffer();

    @Test
    void headersAreAsShortAsTheLengthAllows() {
        int at = 0;
        for (int[] expected : new int[][] {{0, 2}, {125, 2}, {126, 4}, {65_535, 4}, {65_536, 10}}) {
            buffer.append(new byte[expected[0]]);
            assertThat(buffer.end() - at).isEqualTo(expected[0] + expected[1]);
            assertThat(buffer.bytes().get(at)).isEqualTo((byte) 0x81);
            assertThat(ServerFrames.endOfFrame(buffer.bytes(), at)).isEqualTo(buffer.end());
            at = buffer.end();
        }
    }

    @Test
    void positionsStayValidWhenTheBufferGrows() {
        buffer.append(new byte[] {1, 2, 3});
        for (int i = 0; i < 100; i++) {
            buffer.append(new byte[10_000]);
        }
        assertThat(buffer.bytes().get(2)).isEqualTo((byte) 1);
        assertThat(buffer.bytes().get(4)).isEqualTo((byte) 3);
        assertThat(buffer.address()).isNotZero();
    }

    @Test
    void growthBeyondAMebibyteIsGivenBack() {
        buffer.append(new byte[NativeFrameBuffer.KEPT_SIZE + 1]);
        assertThat(buffer.capacity()).isGreaterThan(NativeFrameBuffer.KEPT_SIZE);
        buffer.clear();
        assertThat(buffer.end()).isZero();
        assertThat(buffer.capacity()).isLessThanOrEqualTo(NativeFrameBuffer.KEPT_SIZE);
        buffer.append(new byte[] {9});
        assertThat(buffer.bytes().get(2)).isEqualTo((byte) 9);
    }

    @Test
    void restOfACutFrameEndsWhereTheFrameEnds() {
        List<Integer> ends = new ArrayList<>();
        for (int length : new int[] {3, 200, 0, 70_000, 5}) {
            buffer.append(new byte[length]);
            ends.add(buffer.end());
        }
        Slices slices = new Slices();
        slices.add(buffer, 0, ends.get(1));
        slices.add(buffer, ends.get(2), buffer.end());
        int left = ends.get(2) - ends.get(1);
        List<Integer> boundaries = List.of(0, ends.get(0), ends.get(1), ends.get(3) - left, ends.get(4) - left);
        for (int offset = 0; offset <= slices.size(); offset++) {
            int cut = offset;
            int end = boundaries.stream()
                    .filter(boundary -> boundary >= cut)
                    .findFirst()
                    .orElseThrow();
            assertThat(SliceFrames.restOfFrame(slices, offset)).isEqualTo(end - offset);
        }
    }
}
