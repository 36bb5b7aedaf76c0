package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Slices;
import io.netty.buffer.ByteBuf;

/** What a transport has to know of the bytes in {@link Slices}, other than how to send them. */
final class SliceFrames {
    private SliceFrames() {}

    /** How many bytes the frame that was cut at the offset still has; 0 if the offset is between two frames. */
    static int restOfFrame(Slices slices, int offset) {
        int skipped = 0;
        int index = 0;
        while (index < slices.count() && length(slices, index) <= offset - skipped) {
            skipped += length(slices, index++);
        }
        if (index == slices.count()) {
            return 0;
        }
        int at = slices.from(index) + offset - skipped;
        int end = slices.from(index);
        while (end < at) {
            end = ServerFrames.endOfFrame(buffer(slices, index).bytes(), end);
        }
        return end - at;
    }

    /** Copies so many bytes from the offset on. */
    static void copy(Slices slices, int offset, int count, OutboundQueue target) {
        int skipped = offset;
        int left = count;
        for (int i = 0; i < slices.count() && left > 0; i++) {
            int available = length(slices, i) - skipped;
            if (available > 0) {
                int taken = Math.min(available, left);
                target.add(buffer(slices, i).bytes(), slices.from(i) + skipped, taken);
                left -= taken;
                skipped = 0;
            } else {
                skipped -= length(slices, i);
            }
        }
    }

    /** Copies everything. */
    static void copy(Slices slices, ByteBuf target) {
        for (int i = 0; i < slices.count(); i++) {
            target.writeBytes(buffer(slices, i).bytes().slice(slices.from(i), length(slices, i)));
        }
    }

    private static int length(Slices slices, int index) {
        return slices.to(index) - slices.from(index);
    }

    private static NativeFrameBuffer buffer(Slices slices, int index) {
        return (NativeFrameBuffer) slices.buffer(index);
    }
}
