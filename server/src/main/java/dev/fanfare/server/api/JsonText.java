package dev.fanfare.server.api;

import java.nio.charset.StandardCharsets;

/** JSON that is being written. Escapes strings and nothing else: structure is the caller's. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder(64);

    JsonText raw(String json) {
        text.append(json);
        return this;
    }

    JsonText number(long value) {
        text.append(value);
        return this;
    }

    JsonText string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i));
        }
        text.append('"');
        return this;
    }

    /** A comma, unless the text ends with the bracket that opened the object or array. */
    JsonText comma() {
        char last = text.charAt(text.length() - 1);
        if (last != '{' && last != '[') {
            text.append(',');
        }
        return this;
    }

    private void append(char c) {
        switch (c) {
            case '"', '\\' -> text.append('\\').append(c);
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || Character.isSurrogate(c)) {
                    escape(c);
                } else {
                    text.append(c);
                }
            }
        }
    }

    /** Surrogates are escaped as well: a lone one has no UTF-8. */
    private void escape(char c) {
        text.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            text.append(HEX.charAt(c >> shift & 0xf));
        }
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
