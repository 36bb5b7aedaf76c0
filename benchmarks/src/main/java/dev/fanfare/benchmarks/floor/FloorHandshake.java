package dev.fanfare.benchmarks.floor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** Reads what the floor needs from the head of an HTTP request. */
final class FloorHandshake {
    private FloorHandshake() {}

    /** The answer to a WebSocket handshake (RFC 6455 §4.2.2). */
    static byte[] answer(String head) {
        try {
            String text = value(head, "sec-websocket-key:") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.US_ASCII));
            return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-1, which every one has to have", e);
        }
    }

    /** The number in a header; 0 if there is no such header. */
    static int number(String head, String name) {
        String value = value(head, name);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }

    private static String value(String head, String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name);
        if (at < 0) {
            return "";
        }
        int start = at + 2 + name.length();
        int end = head.indexOf("\r\n", start);
        return head.substring(start, end < 0 ? head.length() : end).strip();
    }
}
