package dev.fanfare.protocol;

/**
 * A published event, encoded once: {@code {"event":…,"channel":…,"data":"…"}}. The data is the publisher's string, byte
 * for byte as it was escaped. Immutable; the array is shared by everybody who sends it and must not be written to.
 */
public final class EventFrame {
    private final byte[] json;
    private final int dataFrom;
    private final int dataTo;

    EventFrame(byte[] json, int dataFrom, int dataTo) {
        this.json = json;
        this.dataFrom = dataFrom;
        this.dataTo = dataTo;
    }

    /** Encodes an event from plain text. */
    public static EventFrame of(String event, ChannelName channel, String data) {
        throw new UnsupportedOperationException();
    }

    /** The text of the frame in UTF-8. Not a copy. */
    public byte[] json() {
        return json;
    }

    /** The data, unescaped. */
    public String data() {
        throw new UnsupportedOperationException();
    }
}
