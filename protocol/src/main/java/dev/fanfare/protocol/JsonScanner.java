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
    private final JsonSyntax syntax;

    private JsonScanner(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        syntax = new JsonSyntax(text, from, to);
    }

    /** Reads a text that is one value. */
    static JsonValue value(byte[] text, int from, int to) throws ProtocolException {
        JsonScanner scanner = new JsonScanner(text, from, to);
        JsonValue value = scanner.value(from, MAX_DEPTH);
        scanner.syntax.expectEnd(value.to());
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

    private JsonValue[] object(byte[][] keys) throws ProtocolException {
        JsonValue[] values = new JsonValue[keys.length];
        Arrays.fill(values, JsonValue.ABSENT);
        int at = syntax.space(syntax.expect(syntax.space(from), '{'));
        if (syntax.current(at) == '}') {
            syntax.expectEnd(at + 1);
            return values;
        }
        while (true) {
            int start = syntax.space(at);
            int end = syntax.string(start, "a key");
            int key = key(start + 1, end - 1, keys);
            at = syntax.expect(syntax.space(end), ':');
            if (key < 0) {
                at = syntax.skip(at, MAX_DEPTH - 1);
            } else if (values[key] == JsonValue.ABSENT) {
                values[key] = value(at, MAX_DEPTH - 1);
                at = values[key].to();
            } else {
                throw new ProtocolException("Duplicate key: " + new String(keys[key], StandardCharsets.UTF_8));
            }
            at = syntax.space(at);
            if (syntax.current(at) != ',') {
                syntax.expectEnd(syntax.expect(at, '}'));
                return values;
            }
            at++;
        }
    }

    private List<JsonValue> elements() throws ProtocolException {
        List<JsonValue> elements = new ArrayList<>();
        int at = syntax.space(syntax.expect(from, '['));
        if (syntax.current(at) == ']') {
            return elements;
        }
        while (true) {
            JsonValue element = value(at, MAX_DEPTH - 1);
            elements.add(element);
            at = syntax.space(element.to());
            if (syntax.current(at) != ',') {
                syntax.expectEnd(syntax.expect(at, ']'));
                return elements;
            }
            at++;
        }
    }

    /** The index of the string read last among the keys, negative if it is none of them. */
    private int key(int start, int end, byte[][] keys) {
        if (syntax.saved() > 0) {
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
        int start = syntax.space(at);
        int end = syntax.skip(start, depth);
        Kind kind = kind(text[start]);
        return kind == Kind.STRING
                ? new JsonValue(text, start, end, kind, end - start - 2 - syntax.saved(), syntax.wellFormed())
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
}
