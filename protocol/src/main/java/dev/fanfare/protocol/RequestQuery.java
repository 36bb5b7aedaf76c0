package dev.fanfare.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query of an HTTP API request: its parameters, and the text of them that was signed. Names are in lower case.
 * Immutable. Source: Pusher Channels documentation, "HTTP API", "Authentication".
 */
public final class RequestQuery {
    /** More than a publish to the allowed number of channels needs. */
    private static final int MAX_PARAMETERS = 256;

    private static final int USUAL_PARAMETERS = 6;

    /** The decoded parameters, each as {@code name=value}, a plus sign as it is. */
    private final byte[] literal;
    /** As {@link #literal}, but with a space for each plus sign; the same array if there is none. */
    private final byte[] form;
    /** Three positions in {@link #literal} for each parameter: where it begins, where its name ends, where it ends. */
    private int[] bounds = new int[3 * USUAL_PARAMETERS];

    private int count;

    private RequestQuery(String raw) throws ProtocolException {
        literal = raw.getBytes(StandardCharsets.ISO_8859_1);
        form = raw.indexOf('+') < 0 ? literal : literal.clone();
        boolean plain = form == literal && raw.indexOf('%') < 0;
        for (int from = 0; from < literal.length; ) {
            int to = indexOf(raw, '&', from, literal.length);
            if (to > from) {
                int equals = indexOf(raw, '=', from, to);
                if (plain) {
                    insert(from, equals, to);
                } else {
                    decode(from, equals, to);
                }
            }
            from = to + 1;
        }
    }

    /**
     * Reads parameters in any order.
     *
     * @param raw what follows the question mark, one character for each byte, still percent-encoded; may be empty
     * @throws ProtocolException if a percent sign is not followed by two hex digits, if there are more than 256 parameters,
     *     or if one is there twice whose name does not end in {@code []}
     */
    public static RequestQuery parse(String raw) throws ProtocolException {
        return new RequestQuery(raw);
    }

    /** The decoded value, a plus sign read as a space; null if the parameter is absent. */
    public @Nullable String value(String name) {
        for (int i = 0; i < count; i++) {
            if (isNamed(i, name)) {
                return value(i);
            }
        }
        return null;
    }

    /** The decoded values in the order of the request; at most one if the name does not end in {@code []}. */
    public List<String> values(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (isNamed(i, name)) {
                values.add(value(i));
            }
        }
        return values;
    }

    private String value(int parameter) {
        int from = Math.min(nameEnd(parameter) + 1, end(parameter));
        return new String(form, from, end(parameter) - from, StandardCharsets.UTF_8);
    }

    /** Whether a plus sign is in it, which some clients mean as a space and others as itself. */
    boolean isAmbiguous() {
        return form != literal;
    }

    /**
     * Writes what was signed: all parameters but the signature, sorted by name.
     *
     * @param text has room for {@link #length} bytes from the position on
     * @return the position behind it
     */
    int write(byte[] text, int at, boolean plusIsSpace) {
        byte[] parameters = plusIsSpace ? form : literal;
        int end = at;
        for (int i = 0; i < count; i++) {
            if (isNamed(i, "auth_signature")) {
                continue;
            }
            if (end > at) {
                text[end++] = '&';
            }
            int length = end(i) - start(i);
            System.arraycopy(parameters, start(i), text, end, length);
            end += length;
            if (nameEnd(i) == end(i)) {
                text[end++] = '=';
            }
        }
        return end;
    }

    /** The most bytes that {@link #write} needs. */
    int length() {
        // With an equals sign for each parameter that has none.
        return literal.length + count;
    }

    private int start(int parameter) {
        return bounds[3 * parameter];
    }

    private int nameEnd(int parameter) {
        return bounds[3 * parameter + 1];
    }

    private int end(int parameter) {
        return bounds[3 * parameter + 2];
    }

    /** @param name of ASCII characters */
    private boolean isNamed(int parameter, String name) {
        int from = start(parameter);
        if (nameEnd(parameter) - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (literal[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Decodes in place: a parameter does not become longer. */
    private void decode(int from, int equals, int to) throws ProtocolException {
        int nameEnd = unescape(from, equals, from);
        int end = nameEnd;
        if (equals < to) {
            literal[nameEnd] = '=';
            form[nameEnd] = '=';
            end = unescape(equals + 1, to, nameEnd + 1);
        }
        insert(from, nameEnd, end);
    }

    private int unescape(int from, int to, int target) throws ProtocolException {
        int end = target;
        for (int i = from; i < to; i++) {
            byte b = literal[i];
            boolean plus = b == '+';
            if (b == '%') {
                b = (byte) PercentText.escaped(literal, i, to);
                i += 2;
            }
            literal[end] = b;
            form[end] = plus && form != literal ? (byte) ' ' : b;
            end++;
        }
        return end;
    }

    /** Keeps the parameters sorted, those of the same name in the order of the request. */
    private void insert(int start, int nameEnd, int end) throws ProtocolException {
        lowerCase(start, nameEnd);
        if (count == MAX_PARAMETERS) {
            throw new ProtocolException("Query has too many parameters, expected at most " + MAX_PARAMETERS);
        }
        if (3 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        int at = count;
        while (at > 0) {
            int order = Arrays.compareUnsigned(literal, start(at - 1), nameEnd(at - 1), literal, start, nameEnd);
            if (order == 0 && !isList(start, nameEnd)) {
                String name = new String(literal, start, nameEnd - start, StandardCharsets.UTF_8);
                throw new ProtocolException("Duplicate parameter: " + Excerpt.of(name));
            }
            if (order <= 0) {
                break;
            }
            at--;
        }
        System.arraycopy(bounds, 3 * at, bounds, 3 * at + 3, 3 * (count - at));
        bounds[3 * at] = start;
        bounds[3 * at + 1] = nameEnd;
        bounds[3 * at + 2] = end;
        count++;
    }

    private boolean isList(int start, int nameEnd) {
        return nameEnd - start >= 2 && literal[nameEnd - 2] == '[' && literal[nameEnd - 1] == ']';
    }

    private void lowerCase(int from, int to) {
        for (int i = from; i < to; i++) {
            byte b = literal[i];
            if (b >= 'A' && b <= 'Z') {
                literal[i] = (byte) (b | 0x20);
                form[i] = literal[i];
            }
        }
    }

    private static int indexOf(String text, char c, int from, int to) {
        int at = text.indexOf(c, from, to);
        return at < 0 ? to : at;
    }
}
