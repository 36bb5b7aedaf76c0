package dev.fanfare.protocol;

/** Decodes the text of a WebSocket message into a {@link ClientFrame}. Strict about JSON, tolerant about null and order. */
public final class FrameReader {
    private FrameReader() {}

    /**
     * @param text UTF-8, already validated; not kept, so that the caller may use the array again
     * @throws ProtocolException if the text is not JSON, not an object, or lacks what its event needs
     */
    public static ClientFrame read(byte[] text, int from, int to) throws ProtocolException {
        throw new UnsupportedOperationException();
    }
}
