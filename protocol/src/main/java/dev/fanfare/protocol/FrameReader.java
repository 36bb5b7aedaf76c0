package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the text of a WebSocket message into a {@link ClientFrame}. Strict about JSON, tolerant about null and order:
 * {@code null} counts as absent, and keys that the protocol does not know are ignored. The data of the protocol's own
 * events may be an object or a string with an object in it. Source: Pusher Channels protocol, "Events"; what the SDKs send.
 */
public final class FrameReader {
    private static final byte[][] FRAME = keys("event", "channel", "data");
    private static final byte[][] SUBSCRIBE = keys("channel", "auth", "channel_data");
    private static final byte[][] UNSUBSCRIBE = keys("channel");
    private static final byte[][] SIGNIN = keys("auth", "user_data");
    private static final ClientFrame PING = new ClientFrame.Ping();
    private static final ClientFrame PONG = new ClientFrame.Pong();

    private FrameReader() {}

    /**
     * @param text UTF-8, already validated; not kept, so that the caller may use the array again
     * @throws ProtocolException if the text is not JSON, not an object, or lacks what its event needs
     */
    public static ClientFrame read(byte[] text, int from, int to) throws ProtocolException {
        JsonValue[] frame = JsonScanner.object(text, from, to, FRAME);
        String event = required("frame", "event", frame[0]);
        JsonValue data = frame[2];
        if (event.startsWith("client-")) {
            return clientEvent(event, frame[1], data);
        }
        return switch (event) {
            case "pusher:ping" -> PING;
            case "pusher:pong" -> PONG;
            case "pusher:subscribe" -> subscribe(members(event, data, SUBSCRIBE));
            case "pusher:unsubscribe" ->
                new ClientFrame.Unsubscribe(required(event, "channel", members(event, data, UNSUBSCRIBE)[0]));
            case "pusher:signin" -> signin(members(event, data, SIGNIN));
            default -> new ClientFrame.Unsupported(Excerpt.of(event));
        };
    }

    private static ClientFrame clientEvent(String event, JsonValue channel, JsonValue data) throws ProtocolException {
        if (channel.isNull() || data.isNull()) {
            throw new ProtocolException("Invalid client event (must contain channel and data)");
        }
        int size = data.isString() ? data.size() : data.to() - data.from();
        return new ClientFrame.ClientEvent(event, required("client event", "channel", channel), data.copy(), size);
    }

    private static ClientFrame subscribe(JsonValue[] data) throws ProtocolException {
        String event = "pusher:subscribe";
        String auth = optional(event, "auth", data[1]);
        return new ClientFrame.Subscribe(
                required(event, "channel", data[0]),
                auth == null ? "" : auth,
                optional(event, "channel_data", data[2]));
    }

    private static ClientFrame signin(JsonValue[] data) throws ProtocolException {
        String event = "pusher:signin";
        return new ClientFrame.Signin(required(event, "auth", data[0]), required(event, "user_data", data[1]));
    }

    private static JsonValue[] members(String event, JsonValue data, byte[][] keys) throws ProtocolException {
        return switch (data.kind()) {
            case OBJECT -> JsonScanner.object(data.text(), data.from(), data.to(), keys);
            case STRING -> {
                byte[] inner = data.unescaped();
                yield JsonScanner.object(inner, 0, inner.length, keys);
            }
            default -> throw invalid(event, "data", data, "an object");
        };
    }

    private static String required(String where, String key, JsonValue value) throws ProtocolException {
        if (!value.isString()) {
            throw invalid(where, key, value, "a string");
        }
        return value.string();
    }

    private static @Nullable String optional(String where, String key, JsonValue value) throws ProtocolException {
        return value.isEmpty() ? null : required(where, key, value);
    }

    private static ProtocolException invalid(String where, String key, JsonValue value, String expected) {
        String actual = value.isNull() ? "missing" : "of type " + value.kind();
        return new ProtocolException("Invalid " + where + ": " + key + " is " + actual + ", expected " + expected);
    }

    private static byte[][] keys(String... names) {
        byte[][] keys = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            keys[i] = names[i].getBytes(StandardCharsets.US_ASCII);
        }
        return keys;
    }
}
