package dev.fanfare.server.transport;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a connection has received of a frame, or of a message in fragments, that is not complete yet. */
final class UnfinishedInput {
    private static final byte[] NOTHING = {};
    private static final int SMALLEST = 128;

    private byte[] frame = NOTHING;
    private int frameLength;
    private byte @Nullable [] message;
    private int messageLength;
    private boolean compressed;

    boolean isEmpty() {
        return frameLength == 0 && message == null;
    }

    byte[] frame() {
        return frame;
    }

    int frameLength() {
        return frameLength;
    }

    /**
     * Keeps more of the frame.
     *
     * @param expected what the frame is known to need, at least
     */
    void addToFrame(byte[] bytes, int from, int length, int expected) {
        frame = roomFor(frame, frameLength, length, expected);
        System.arraycopy(bytes, from, frame, frameLength, length);
        frameLength += length;
    }

    void dropFrame() {
        frame = NOTHING;
        frameLength = 0;
    }

    boolean inMessage() {
        return message != null;
    }

    /** Whether the message in fragments has to be inflated. */
    boolean isCompressed() {
        return compressed;
    }

    void setCompressed(boolean compressed) {
        this.compressed = compressed;
    }

    int messageLength() {
        return messageLength;
    }

    /** Keeps one more fragment, the first one included. */
    void addFragment(byte[] bytes, int from, int length) {
        byte[] known = message == null ? NOTHING : message;
        message = roomFor(known, messageLength, length, 0);
        System.arraycopy(bytes, from, message, messageLength, length);
        messageLength += length;
    }

    /** The message so far, in an array that may be longer; it is forgotten here. */
    byte[] takeMessage() {
        byte[] whole = message == null ? NOTHING : message;
        message = null;
        messageLength = 0;
        return whole;
    }

    /** Doubles up to what is expected: an announced length alone reserves nothing. */
    private static byte[] roomFor(byte[] array, int used, int added, int expected) {
        int needed = used + added;
        if (needed <= array.length) {
            return array;
        }
        int doubled = Math.max(2 * array.length, SMALLEST);
        int capacity = expected >= needed ? Math.min(doubled, expected) : doubled;
        return Arrays.copyOf(array, Math.max(capacity, needed));
    }
}
