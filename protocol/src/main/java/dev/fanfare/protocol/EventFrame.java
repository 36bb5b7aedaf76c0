package dev.fanfare.protocol;

import static dev.fanfare.protocol.FrameBytes.ascii;

import java.nio.charset.StandardCharsets;

/**
 * A published event, encoded once: {@code {"event":…,"channel":…,"data":"…"}}. The data is the publisher's string, byte
 * for byte as it was escaped. Immutable; the array is shared by everybody who sends it and must not be written to.
 */
public final class EventFrame {
    private static final byte[] EVENT = ascii("{\"event\":\"");
    private static final byte[] CHANNEL = ascii("\",\"channel\":\"");
    private static final byte[] DATA = ascii("\",\"data\":\"");
    private static final byte[] END = ascii("\"}");

    private final byte[] json;
    private final int dataFrom;
    private final int dataTo;

    private EventFrame(byte[] json, int dataFrom, int dataTo) {
        this.json = json;
        this.dataFrom = dataFrom;
        this.dataTo = dataTo;
    }

    /** Encodes an event from plain text. */
    public static EventFrame of(String event, ChannelName channel, String data) {
        return of(EscapedText.of(event), channel, EscapedText.of(data));
    }

    static EventFrame of(EscapedText event, ChannelName channel, EscapedText data) {
        byte[] name = ascii(channel.value());
        int dataFrom = EVENT.length + event.length() + CHANNEL.length + name.length + DATA.length;
        int dataTo = dataFrom + data.length();
        byte[] json = new FrameBytes(dataTo + END.length)
                .add(EVENT)
                .add(event)
                .add(CHANNEL)
                .add(name)
                .add(DATA)
                .add(data)
                .add(END)
                .done();
        return new EventFrame(json, dataFrom, dataTo);
    }

    /** The text of the frame in UTF-8. Not a copy. */
    public byte[] json() {
        return json;
    }

    /** The data, unescaped. An escape for half a surrogate pair becomes U+FFFD. */
    public String data() {
        byte[] data = new byte[dataTo - dataFrom];
        return new String(data, 0, JsonText.unescape(json, dataFrom, dataTo, data), StandardCharsets.UTF_8);
    }
}
