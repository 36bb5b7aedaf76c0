package dev.fanfare.engine.connection;

/**
 * The frames of one turn of one loop, encoded for the wire one behind the other. Owned by its loop: every method is called
 * there. Positions are bytes from the start and stay valid until {@link #clear()}, also when the buffer grows.
 */
public interface FrameBuffer {
    /** Encodes one text frame behind what is there. The array is not kept. */
    void append(byte[] text);

    /** The position behind the last frame. */
    int end();

    /** Forgets everything. Called at the end of a turn, when all slices have been written. */
    void clear();
}
