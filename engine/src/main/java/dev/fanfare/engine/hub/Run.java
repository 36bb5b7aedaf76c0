package dev.fanfare.engine.hub;

import dev.fanfare.engine.connection.FrameBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Frames of one channel that lie in a buffer one behind the other. While it is the open run of its shard it grows with each
 * event of the channel, and everybody who follows it gets the new frame without being touched again.
 */
final class Run {
    final FrameBuffer buffer;
    final @Nullable LocalChannel channel;
    int end;

    Run(FrameBuffer buffer, @Nullable LocalChannel channel, int end) {
        this.buffer = buffer;
        this.channel = channel;
        this.end = end;
    }
}
