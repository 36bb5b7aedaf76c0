package dev.fanfare.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import org.junit.jupiter.api.Test;

final class LeakRecorderTest {
    @Test
    void bufferThatNobodyReleasesIsFound() {
        LeakRecorder.drain();
        loseBuffer();
        assertThat(LeakRecorder.drain()).singleElement().asString().startsWith("LEAK: ByteBuf");
    }

    @Test
    void releasedBufferIsNoLeak() {
        LeakRecorder.drain();
        ByteBufAllocator.DEFAULT.directBuffer(16).release();
        assertThat(LeakRecorder.drain()).isEmpty();
    }

    private static void loseBuffer() {
        ByteBufAllocator.DEFAULT.directBuffer(16).writeByte(1);
    }
}
