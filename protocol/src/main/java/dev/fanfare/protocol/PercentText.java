package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Text of a URL, in which {@code %40} stands for a byte. */
public final class PercentText {
    private PercentText() {}

    /**
     * The bytes that escaped text stands for. A plus sign is one.
     *
     * @param raw one character for each byte
     * @throws ProtocolException if a percent sign is not followed by two hex digits
     */
    public static byte[] decode(String raw) throws ProtocolException {
        byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
        int end = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                bytes[end++] = (byte) escaped(bytes, i, bytes.length);
                i += 2;
            } else {
                bytes[end++] = bytes[i];
            }
        }
        return Arrays.copyOf(bytes, end);
    }

    /** The byte that the escape at a position stands for. */
    static int escaped(byte[] raw, int percent, int to) throws ProtocolException {
        int value = to - percent < 3 ? -1 : Hex.digit(raw[percent + 1]) << 4 | Hex.digit(raw[percent + 2]);
        if (value < 0) {
            String text = new String(raw, percent, Math.min(3, to - percent), StandardCharsets.ISO_8859_1);
            throw new ProtocolException("Malformed escape in the URL: '" + text + "', expected % and two hex digits");
        }
        return value;
    }

    /** Escapes the UTF-8 bytes of everything but letters, digits and {@code -._~}. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = (b | 0x20) >= 'a' && (b | 0x20) <= 'z';
            if (letter || b >= '0' && b <= '9' || b == '-' || b == '.' || b == '_' || b == '~') {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(Hex.of(new byte[] {b}));
            }
        }
        return encoded.toString();
    }
}
