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
 */
final class JsonScanner {
    static final int MAX_DEPTH = 64;

    private final byte[] text;
    private final int from;
    private final int to;
    private int at;
    /** Of the string read last. */
    private int size;

    private boolean wellFormed;

    private JsonScanner(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
        at = from;
    }

    /** Reads a text that is one value. */
    static JsonValue value(byte[] text, int from, int to) throws ProtocolException {
        JsonScanner scanner = new JsonScanner(text, from, to);
        JsonValue value = scanner.value(MAX_DEPTH);
        scanner.end();
        return value;
    }

    /**
     * Reads a text that is one object.
     *
     * @return the values of the keys, in the order of the keys; {@link JsonValue#ABSENT} where there is none
     */
    static JsonValue[] object(byte[] text, int from, int to, byte[]... keys) throws ProtocolException {
        JsonScanner scanner = new JsonScanner(text, from, to);
        JsonValue[] values = scanner.object(keys);
        scanner.end();
        return values;
    }

    /** Reads the elements of an array. */
    static List<JsonValue> elements(JsonValue array) throws ProtocolException {
        JsonScanner scanner = new JsonScanner(array.text(), array.from(), array.to());
        List<JsonValue> elements = new ArrayList<>();
        scanner.expect('[');
        scanner.space();
        if (!scanner.take(']')) {
            do {
                elements.add(scanner.value(MAX_DEPTH - 1));
                scanner.space();
            } while (scanner.take(','));
            scanner.expect(']');
        }
        return elements;
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
        space();
        expect('{');
        space();
        if (take('}')) {
            return values;
        }
        do {
            int key = key(keys);
            if (key < 0) {
                skip(MAX_DEPTH - 1);
            } else if (values[key] != JsonValue.ABSENT) {
                throw new ProtocolException("Duplicate key: " + new String(keys[key], StandardCharsets.UTF_8));
            } else {
                values[key] = value(MAX_DEPTH - 1);
            }
            space();
        } while (take(','));
        expect('}');
        return values;
    }

    /** Reads a key and its colon. @return its index, negative if it is not among those asked for */
    private int key(byte[][] keys) throws ProtocolException {
        space();
        int start = at + 1;
        string("a key");
        int end = at - 1;
        byte[] name = text;
        if (size != end - start) {
            name = new byte[end - start];
            end = JsonText.unescape(text, start, end, name);
            start = 0;
        }
        space();
        expect(':');
        for (int i = 0; i < keys.length; i++) {
            if (Arrays.equals(name, start, end, keys[i], 0, keys[i].length)) {
                return i;
            }
        }
        return -1;
    }

    private JsonValue value(int depth) throws ProtocolException {
        space();
        int start = at;
        Kind kind = skip(depth);
        return kind == Kind.STRING
                ? new JsonValue(text, start, at, kind, size, wellFormed)
                : new JsonValue(text, start, at, kind, 0, true);
    }

    /** @param depth how many levels of nesting are left */
    private Kind skip(int depth) throws ProtocolException {
        space();
        return switch (current()) {
            case '"' -> {
                string("a string");
                yield Kind.STRING;
            }
            case '{' -> {
                skipObject(deeper(depth));
                yield Kind.OBJECT;
            }
            case '[' -> {
                skipArray(deeper(depth));
                yield Kind.ARRAY;
            }
            case 't' -> literal("true", Kind.BOOLEAN);
            case 'f' -> literal("false", Kind.BOOLEAN);
            case 'n' -> literal("null", Kind.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw unexpected("a value");
        };
    }

    private int deeper(int depth) throws ProtocolException {
        if (depth == 0) {
            throw new ProtocolException("Invalid JSON at byte " + (at - from) + ": nested too deep, expected at most "
                    + MAX_DEPTH + " levels");
        }
        return depth - 1;
    }

    private void skipObject(int depth) throws ProtocolException {
        at++;
        space();
        if (take('}')) {
            return;
        }
        do {
            space();
            string("a key");
            space();
            expect(':');
            skip(depth);
            space();
        } while (take(','));
        expect('}');
    }

    private void skipArray(int depth) throws ProtocolException {
        at++;
        space();
        if (take(']')) {
            return;
        }
        do {
            skip(depth);
            space();
        } while (take(','));
        expect(']');
    }

    private void string(String expected) throws ProtocolException {
        if (current() != '"') {
            throw unexpected(expected);
        }
        int start = ++at;
        int saved = 0;
        wellFormed = true;
        while (true) {
            at = JsonText.plain(text, at, to);
            if (at < to && text[at] == '"') {
                size = at - start - saved;
                at++;
                return;
            }
            if (current() != '\\') {
                throw unexpected(at < to ? "control characters to be escaped" : "a closing quote");
            }
            saved += escape();
        }
    }

    /** Steps over an escape. @return by how much the unescaped text is shorter */
    private int escape() throws ProtocolException {
        byte letter = at + 1 < to ? text[at + 1] : 0;
        if (letter == 'u') {
            int codePoint = JsonText.codePoint(text, at, to);
            if (codePoint < 0) {
                throw unexpected("four hex digits behind \\u");
            }
            wellFormed &= codePoint < 0xd800 || codePoint > 0xdfff;
            int length = codePoint > 0xffff ? 12 : 6;
            at += length;
            return length - JsonText.size(codePoint);
        }
        if ("\"\\/bfnrt".indexOf(letter) < 0) {
            at++;
            throw unexpected("one of \"\\/bfnrtu behind a backslash");
        }
        at += 2;
        return 1;
    }

    private Kind number() throws ProtocolException {
        take('-');
        if (!take('0')) {
            digits();
        }
        if (take('.')) {
            digits();
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            digits();
        }
        return Kind.NUMBER;
    }

    private void digits() throws ProtocolException {
        int start = at;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        if (at == start) {
            throw unexpected("a digit");
        }
    }

    private Kind literal(String word, Kind kind) throws ProtocolException {
        for (int i = 0; i < word.length(); i++) {
            if (!take(word.charAt(i))) {
                throw unexpected(word);
            }
        }
        return kind;
    }

    private void space() {
        while (at < to && isSpace(text[at])) {
            at++;
        }
    }

    private boolean take(char c) {
        if (at < to && text[at] == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws ProtocolException {
        if (!take(c)) {
            throw unexpected("'" + c + "'");
        }
    }

    private void end() throws ProtocolException {
        space();
        if (at < to) {
            throw unexpected("nothing more");
        }
    }

    /** The byte at the position, 0 at the end. */
    private byte current() {
        return at < to ? text[at] : 0;
    }

    private ProtocolException unexpected(String expected) {
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
