package dev.fanfare.server.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Text of a URL, in which {@code %40} stands for a byte of UTF-8. */
final class PercentText {
    private PercentText() {}

    /** A path's text: a plus sign is one. */
    static String decode(String text) throws Problem {
        int percent = text.indexOf('%');
        if (percent < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes.write(escaped(text, i));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A query's text: a plus sign is a space. */
    static String decodeForm(String text) throws Problem {
        return decode(text.replace('+', ' '));
    }

    private static int escaped(String text, int percent) throws Problem {
        if (percent + 2 < text.length()) {
            int high = Character.digit(text.charAt(percent + 1), 16);
            int low = Character.digit(text.charAt(percent + 2), 16);
            if (high >= 0 && low >= 0) {
                return high << 4 | low;
            }
        }
        throw Problem.badRequest("Malformed escape in the URL: " + Excerpt.of(text.substring(percent))
                + ", expected % and two hex digits");
    }
}
