package dev.fanfare.server.transport;

import dev.fanfare.protocol.CloseCode;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Inflates messages of permessage-deflate (RFC 7692 section 7.2.2), each by itself. Owned by a loop, which has one. */
final class Inflation {
    /**
     * What the sender has left out, an empty block behind it, and the end of the stream, which zlib reaches only if the message
     * was not cut off.
     */
    private static final byte[] TAIL = {0, 0, -1, -1, 1, 0, 0, -1, -1};

    private static final int SMALLEST = 4096;
    /** What is kept for the next message at most. */
    private static final int KEPT_SIZE = 1024 * 1024;

    private final Inflater inflater = new Inflater(true);
    private final int maxMessageSize;
    private byte[] message = new byte[SMALLEST];
    private int length;

    /** @param maxMessageSize bytes of an inflated message; one that is longer is not inflated to its end */
    Inflation(int maxMessageSize) {
        this.maxMessageSize = maxMessageSize;
    }

    /** Inflates a message. Returns null, or why its sender has to go. */
    @Nullable
    CloseCode inflate(byte[] bytes, int from, int to) {
        if (message.length > KEPT_SIZE) {
            message = new byte[SMALLEST];
        }
        length = 0;
        inflater.reset();
        try {
            inflater.setInput(bytes, from, to - from);
            boolean fits = drain();
            if (fits && !inflater.finished()) {
                inflater.setInput(TAIL);
                fits = drain();
            }
            if (!fits) {
                return CloseCode.TOO_LARGE;
            }
            return inflater.finished() ? null : CloseCode.PROTOCOL_ERROR;
        } catch (DataFormatException e) {
            return CloseCode.PROTOCOL_ERROR;
        }
    }

    /** The message that was inflated last, from 0 to {@link #length}; to be used before the next. */
    byte[] message() {
        return message;
    }

    int length() {
        return length;
    }

    private boolean drain() throws DataFormatException {
        while (true) {
            if (length == message.length) {
                message = Arrays.copyOf(message, (int) Math.min(2L * length, maxMessageSize + 1L));
            }
            int inflated = inflater.inflate(message, length, message.length - length);
            length += inflated;
            if (length > maxMessageSize) {
                return false;
            }
            if (inflated == 0) {
                return true;
            }
        }
    }

    void free() {
        inflater.end();
    }
}
