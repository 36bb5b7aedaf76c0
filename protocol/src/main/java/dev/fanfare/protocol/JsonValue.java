package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One value of a JSON text that {@link JsonScanner} has accepted: a range of the text, quotes included.
 *
 * @param size bytes of the unescaped text of a string
 * @param wellFormed false for a string that holds an escape for half a surrogate pair
 */
record JsonValue(byte[] text, int from, int to, Kind kind, int size, boolean wellFormed) {
    /** What stands for a member that is not there: callers treat it as {@code null}. */
    static final JsonValue ABSENT = new JsonValue(new byte[0], 0, 0, Kind.NULL, 0, true);

    enum Kind {
        OBJECT,
        ARRAY,
        STRING,
        NUMBER,
        BOOLEAN,
        NULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    boolean isString() {
        return kind == Kind.STRING;
    }

    boolean isNull() {
        return kind == Kind.NULL;
    }

    /** Whether it is {@code null}, absent or an empty string. */
    boolean isEmpty() {
        return isNull() || isString() && size == 0;
    }

    /** Whether a string looks on the wire as it is meant. */
    boolean isPlain() {
        return size == to - from - 2;
    }

    /**
     * The unescaped text of a string.
     *
     * @throws ProtocolException if it holds half a surrogate pair
     */
    String string() throws ProtocolException {
        if (isPlain()) {
            return new String(text, from + 1, size, StandardCharsets.UTF_8);
        }
        return new String(unescaped(), StandardCharsets.UTF_8);
    }

    /** As {@link #string}, in UTF-8. */
    byte[] unescaped() throws ProtocolException {
        if (!wellFormed) {
            throw new ProtocolException("Invalid string: " + Excerpt.of(raw()) + ", expected surrogates in pairs");
        }
        if (isPlain()) {
            return Arrays.copyOfRange(text, from + 1, to - 1);
        }
        byte[] wide = new byte[to - from];
        return Arrays.copyOf(wide, JsonText.unescape(text, from + 1, to - 1, wide));
    }

    /** The JSON text as it is. */
    String raw() {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    byte[] copy() {
        return Arrays.copyOfRange(text, from, to);
    }

    /** The JSON text without the white space between its tokens. */
    byte[] compact() {
        byte[] result = new byte[to - from];
        int end = 0;
        int at = from;
        while (at < to) {
            byte b = text[at];
            int next = b == '"' ? JsonSyntax.stringEnd(text, at, to) : at + 1;
            if (!JsonSyntax.isSpace(b)) {
                System.arraycopy(text, at, result, end, next - at);
                end += next - at;
            }
            at = next;
        }
        return Arrays.copyOf(result, end);
    }
}
