package dev.fanfare.protocol;

import dev.fanfare.protocol.JsonValue.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads JSON as RFC 8259 defines it, from UTF-8 that the caller has validated, without building a tree: what is returned
 * are ranges of the text. Nesting is limited to {@value #MAX_DEPTH} levels. Of repeated keys, those are refused that the
 * caller asks for.
 *
 * <p>Methods take a position and return the one behind what they read: as a field it would be slower by half.
 */
final class JsonScanner {
    static final int MAX_DEPTH = 64;

    private final byte[] text;
    private final int from;
    private final int to;
    /** By how many bytes the unescaped text of the string read last is shorter. */
    private int saved;
    /** Whether the string read last has surrogates in pairs only. */
    private boolean wellFormed;

    private JsonScanner(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** Reads a text that is one value. */
    static JsonValue value(byte[] text, int from, int to) throws ProtocolException {
        JsonScanner scanner = new JsonScanner(text, from, to);
        JsonValue value = scanner.value(from, MAX_DEPTH);
        scanner.expectEnd(value.to());
        return value;
    }

    /**
     * Reads a text that is one object.
     *
     * @return the values of the keys, in the order of the keys; {@link JsonValue#ABSENT} where there is none
     */
    static JsonValue[] object(byte[] text, int from, int to, byte[]... keys) throws ProtocolException {
        return new JsonScanner(text, from, to).object(keys);
    }

    /** Reads the elements of an array. */
    static List<JsonValue> elements(JsonValue array) throws ProtocolException {
        return new JsonScanner(array.text(), array.from(), array.to()).elements();
    }

    /** The position behind a string that was accepted before. */
    static int stringEnd(byte[] text, int from, int to) {
        int at = JsonText.plain(text, from + 1, to);
        while (text[at] != '"') {
            at = JsonText.plain(text, at + 2, to);
        }
        return at + 1;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }

    private JsonValue[] object(byte[][] keys) throws ProtocolException {
        JsonValue[] values = new JsonValue[keys.length];
        Arrays.fill(values, JsonValue.ABSENT);
        int at = space(expect(space(from), '{'));
        if (current(at) == '}') {
            expectEnd(at + 1);
            return values;
        }
        while (true) {
            int start = space(at);
            int end = string(start, "a key");
            int key = key(start + 1, end - 1, keys);
            at = expect(space(end), ':');
            if (key < 0) {
                at = skip(at, MAX_DEPTH - 1);
            } else if (values[key] == JsonValue.ABSENT) {
                values[key] = value(at, MAX_DEPTH - 1);
                at = values[key].to();
            } else {
                throw new ProtocolException("Duplicate key: " + new String(keys[key], StandardCharsets.UTF_8));
            }
            at = space(at);
            if (current(at) != ',') {
                expectEnd(expect(at, '}'));
                return values;
            }
            at++;
        }
    }

    private List<JsonValue> elements() throws ProtocolException {
        List<JsonValue> elements = new ArrayList<>();
        int at = space(expect(from, '['));
        if (current(at) == ']') {
            return elements;
        }
        while (true) {
            JsonValue element = value(at, MAX_DEPTH - 1);
            elements.add(element);
            at = space(element.to());
            if (current(at) != ',') {
                expectEnd(expect(at, ']'));
                return elements;
            }
            at++;
        }
    }

    /** The index of the string read last among the keys, negative if it is none of them. */
    private int key(int start, int end, byte[][] keys) {
        if (saved > 0) {
            byte[] name = new byte[end - start];
            return index(name, 0, JsonText.unescape(text, start, end, name), keys);
        }
        return index(text, start, end, keys);
    }

    private static int index(byte[] name, int start, int end, byte[][] keys) {
        for (int i = 0; i < keys.length; i++) {
            if (end - start == keys[i].length && isAt(start, name, keys[i])) {
                return i;
            }
        }
        return -1;
    }

    /** For a few bytes faster than what the JDK has for many. */
    private static boolean isAt(int start, byte[] name, byte[] key) {
        for (int i = 0; i < key.length; i++) {
            if (name[start + i] != key[i]) {
                return false;
            }
        }
        return true;
    }

    private JsonValue value(int at, int depth) throws ProtocolException {
        int start = space(at);
        int end = skip(start, depth);
        Kind kind = kind(text[start]);
        return kind == Kind.STRING
                ? new JsonValue(text, start, end, kind, end - start - 2 - saved, wellFormed)
                : new JsonValue(text, start, end, kind, 0, true);
    }

    private static Kind kind(byte first) {
        return switch (first) {
            case '"' -> Kind.STRING;
            case '{' -> Kind.OBJECT;
            case '[' -> Kind.ARRAY;
            case 't', 'f' -> Kind.BOOLEAN;
            case 'n' -> Kind.NULL;
            default -> Kind.NUMBER;
        };
    }

    /** @param depth how many levels of nesting are left */
    private int skip(int at, int depth) throws ProtocolException {
        int start = space(at);
        return switch (current(start)) {
            case '"' -> string(start, "a string");
            case '{' -> skipObject(start, depth);
            case '[' -> skipArray(start, depth);
            case 't' -> literal(start, "true");
            case 'f' -> literal(start, "false");
            case 'n' -> literal(start, "null");
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(start);
            default -> throw unexpected(start, "a value");
        };
    }

    private int skipObject(int start, int depth) throws ProtocolException {
        requireDepth(start, depth);
        int at = space(start + 1);
        if (current(at) == '}') {
            return at + 1;
        }
        while (true) {
            at = expect(space(string(space(at), "a key")), ':');
            at = space(skip(at, depth - 1));
            if (current(at) != ',') {
                return expect(at, '}');
            }
            at++;
        }
    }

    private int skipArray(int start, int depth) throws ProtocolException {
        requireDepth(start, depth);
        int at = space(start + 1);
        if (current(at) == ']') {
            return at + 1;
        }
        while (true) {
            at = space(skip(at, depth - 1));
            if (current(at) != ',') {
                return expect(at, ']');
            }
            at++;
        }
    }

    private void requireDepth(int at, int depth) throws ProtocolException {
        if (depth == 0) {
            throw new ProtocolException("Invalid JSON at byte " + (at - from) + ": nested too deep, expected at most "
                    + MAX_DEPTH + " levels");
        }
    }

    private int string(int start, String expected) throws ProtocolException {
        saved = 0;
        wellFormed = true;
        int at = expect(start, '"', expected);
        while (true) {
            at = JsonText.plain(text, at, to);
            if (current(at) == '"') {
                return at + 1;
            }
            if (current(at) != '\\') {
                throw unexpected(at, at < to ? "control characters to be escaped" : "a closing quote");
            }
            at = escape(at);
        }
    }

    private int escape(int at) throws ProtocolException {
        byte letter = current(at + 1);
        if (letter == 'u') {
            int codePoint = JsonText.codePoint(text, at, to);
            if (codePoint < 0) {
                throw unexpected(at, "four hex digits behind \\u");
            }
            wellFormed &= codePoint < 0xd800 || codePoint > 0xdfff;
            int length = codePoint > 0xffff ? 12 : 6;
            saved += length - JsonText.size(codePoint);
            return at + length;
        }
        if ("\"\\/bfnrt".indexOf(letter) < 0) {
            throw unexpected(at + 1, "one of \"\\/bfnrtu behind a backslash");
        }
        saved++;
        return at + 2;
    }

    private int number(int start) throws ProtocolException {
        int at = text[start] == '-' ? start + 1 : start;
        at = current(at) == '0' ? at + 1 : digits(at);
        if (current(at) == '.') {
            at = digits(at + 1);
        }
        if ((current(at) | 0x20) == 'e') {
            boolean sign = current(at + 1) == '+' || current(at + 1) == '-';
            at = digits(sign ? at + 2 : at + 1);
        }
        return at;
    }

    private int digits(int start) throws ProtocolException {
        int at = start;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected(at, "a digit");
        }
        return at;
    }

    private int literal(int start, String word) throws ProtocolException {
        int at = start;
        for (int i = 0; i < word.length(); i++) {
            at = expect(at, word.charAt(i), word);
        }
        return at;
    }

    private int space(int start) {
        int at = start;
        while (at < to && isSpace(text[at])) {
            at++;
        }
        return at;
    }

    private int expect(int at, char c) throws ProtocolException {
        if (current(at) != c) {
            throw unexpected(at, "'" + c + "'");
        }
        return at + 1;
    }

    private int expect(int at, char c, String expected) throws ProtocolException {
        if (current(at) != c) {
            throw unexpected(at, expected);
        }
        return at + 1;
    }

    private void expectEnd(int at) throws ProtocolException {
        int end = space(at);
        if (end < to) {
            throw unexpected(end, "nothing more");
        }
    }

    /** The byte at a position, 0 at the end. */
    private byte current(int at) {
        return at < to ? text[at] : 0;
    }

    private ProtocolException unexpected(int at, String expected) {
        String actual;
        if (at >= to) {
            actual = "the end";
        } else if (text[at] > ' ' && text[at] < 0x7f) {
            actual = "'" + (char) text[at] + "'";
        } else {
            actual = "0x" + Hex.of(new byte[] {text[at]});
        }
        return new ProtocolException(
                "Invalid JSON at byte " + (at - from) + ": unexpected " + actual + ", expected " + expected);
    }
}
