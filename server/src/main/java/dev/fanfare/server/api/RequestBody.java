package dev.fanfare.server.api;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The body of the request that a connection is reading. One that comes in one piece, as nearly all do, is put into the
 * memory that the connections of the loop share; others into an array that grows with what has really come.
 */
final class RequestBody {
    private static final byte[] NOTHING = {};

    private final byte[] scratch;
    private byte[] bytes = NOTHING;
    private int length;

    RequestBody(byte[] scratch) {
        this.scratch = scratch;
    }

    void add(ByteBuf piece, boolean last) {
        int size = piece.readableBytes();
        if (last && length == 0 && size <= scratch.length) {
            bytes = scratch;
        } else if (length + size > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + size, 2 * bytes.length));
        }
        piece.readBytes(bytes, length, size);
        length += size;
    }

    /** Holds the body from the start to {@link #length()}; of the loop's shared memory, so only until the loop reads on. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        bytes = NOTHING;
        length = 0;
    }
}
