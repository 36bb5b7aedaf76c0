package dev.fanfare.benchmarks.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Tells frames apart by a word in them: enough for a generator, which knows what it may be sent. */
final class FrameText {
    static final byte[] ESTABLISHED = ascii(":connection_established\"");
    static final byte[] SUBSCRIBED = ascii(":subscription_succeeded\"");
    static final byte[] ERROR = ascii(":error\"");
    static final byte[] REFUSED = ascii(":subscription_error\"");
    private static final byte[] SOCKET_ID = ascii("socket_id\\\":\\\"");

    private FrameText() {}

    /** Looks only at the start of the text, where the event's name is. */
    static boolean is(byte[] event, ByteBuffer buffer, int from, int to) {
        return find(event, buffer, from, Math.min(to, from + 64)) >= 0;
    }

    static String socketId(ByteBuffer buffer, int from, int to) {
        int at = find(SOCKET_ID, buffer, from, to);
        if (at < 0) {
            throw new LoadFailure("No socket_id in: " + text(buffer, from, to));
        }
        int start = at + SOCKET_ID.length;
        int end = start;
        while (end < to && buffer.get(end) != '\\') {
            end++;
        }
        return text(buffer, start, end);
    }

    static void failOnError(ByteBuffer buffer, int from, int to) {
        if (is(ERROR, buffer, from, to) || is(REFUSED, buffer, from, to)) {
            throw new LoadFailure("The server sent " + text(buffer, from, to));
        }
    }

    static String text(ByteBuffer buffer, int from, int to) {
        byte[] bytes = new byte[Math.min(to - from, 1000)];
        buffer.get(from, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int find(byte[] word, ByteBuffer buffer, int from, int to) {
        for (int at = from; at + word.length <= to; at++) {
            int i = 0;
            while (i < word.length && buffer.get(at + i) == word[i]) {
                i++;
            }
            if (i == word.length) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
