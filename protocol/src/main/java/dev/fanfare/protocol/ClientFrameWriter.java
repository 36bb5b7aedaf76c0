package dev.fanfare.protocol;

import static dev.fanfare.protocol.FrameBytes.ascii;
import static dev.fanfare.protocol.FrameBytes.concat;

import org.jspecify.annotations.Nullable;

/** Encodes what a client sends, for test clients and load generators. Every method returns the UTF-8 text of one frame. */
public final class ClientFrameWriter {
    private static final byte[] SUBSCRIBE = ascii("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"");
    private static final byte[] UNSUBSCRIBE = ascii("{\"event\":\"pusher:unsubscribe\",\"data\":{\"channel\":\"");
    private static final byte[] PING = ascii("{\"event\":\"pusher:ping\",\"data\":{}}");
    private static final byte[] AUTH = ascii("\",\"auth\":\"");
    private static final byte[] CHANNEL_DATA = ascii("\",\"channel_data\":\"");
    private static final byte[] END = ascii("\"}}");

    private ClientFrameWriter() {}

    /**
     * {@code pusher:subscribe}.
     *
     * @param auth {@code key:signature}, null for a public channel
     * @param channelData the signed user of a presence channel as JSON, null if there is none
     */
    public static byte[] subscribe(String channel, @Nullable String auth, @Nullable String channelData) {
        return concat(SUBSCRIBE, JsonText.escaped(channel), member(AUTH, auth), member(CHANNEL_DATA, channelData), END);
    }

    /** {@code pusher:unsubscribe}. */
    public static byte[] unsubscribe(String channel) {
        return concat(UNSUBSCRIBE, JsonText.escaped(channel), END);
    }

    /** {@code pusher:ping}. */
    public static byte[] ping() {
        return PING.clone();
    }

    private static byte[] member(byte[] name, @Nullable String value) {
        return value == null ? new byte[0] : concat(name, JsonText.escaped(value));
    }
}
