package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Encodes what a client sends, for test clients and load generators. Every method returns the UTF-8 text of one frame. */
public final class ClientFrameWriter {
    private ClientFrameWriter() {}

    /**
     * @param auth {@code key:signature}, null for a public channel
     * @param channelData the signed user of a presence channel as JSON, null if there is none
     */
    public static byte[] subscribe(String channel, @Nullable String auth, @Nullable String channelData) {
        StringBuilder frame = new StringBuilder("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":");
        quote(frame, channel);
        if (auth != null) {
            quote(frame.append(",\"auth\":"), auth);
        }
        if (channelData != null) {
            quote(frame.append(",\"channel_data\":"), channelData);
        }
        return utf8(frame.append("}}"));
    }

    public static byte[] unsubscribe(String channel) {
        StringBuilder frame = new StringBuilder("{\"event\":\"pusher:unsubscribe\",\"data\":{\"channel\":");
        quote(frame, channel);
        return utf8(frame.append("}}"));
    }

    public static byte[] ping() {
        return utf8(new StringBuilder("{\"event\":\"pusher:ping\",\"data\":{}}"));
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static byte[] utf8(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
