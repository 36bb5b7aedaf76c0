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

    /** The decoded parameters one after another, each as {@code name=value}, a plus sign as it is. */
    private final byte[] literal;
    /** As {@link #literal}, but with a space for each plus sign; the same array if there is none. */
    private final byte[] form;
    /** Three positions for each parameter in {@link #literal}: where it begins, its equals sign, where it ends. */
    private int[] bounds = new int[3 * USUAL_PARAMETERS];

    private int count;

    private RequestQuery(byte[] raw, boolean hasPlus) throws ProtocolException {
        literal = new byte[raw.length + 1];
        form = hasPlus ? new byte[raw.length + 1] : literal;
        int end = 0;
        for (int from = 0; from < raw.length; ) {
            int to = indexOf(raw, '&', from);
            if (to > from) {
                end = add(raw, from, to, end);
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
        return new RequestQuery(raw.getBytes(StandardCharsets.ISO_8859_1), raw.indexOf('+') >= 0);
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
        int from = equalsAt(parameter) + 1;
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
        }
        return end;
    }

    /** The most bytes that {@link #write} needs. */
    int length() {
        return literal.length + count;
    }

    private int start(int parameter) {
        return bounds[3 * parameter];
    }

    private int equalsAt(int parameter) {
        return bounds[3 * parameter + 1];
    }

    private int end(int parameter) {
        return bounds[3 * parameter + 2];
    }

    /** @param name of ASCII characters */
    private boolean isNamed(int parameter, String name) {
        int from = start(parameter);
        if (equalsAt(parameter) - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (literal[from + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int add(byte[] raw, int from, int to, int start) throws ProtocolException {
        int rawEquals = Math.min(to, indexOf(raw, '=', from));
        int equals = decode(raw, from, rawEquals, start);
        for (int i = start; i < equals; i++) {
            literal[i] = lower(literal[i]);
            form[i] = literal[i];
        }
        literal[equals] = '=';
        form[equals] = '=';
        int end = rawEquals == to ? equals + 1 : decode(raw, rawEquals + 1, to, equals + 1);
        insert(start, equals, end);
        return end;
    }

    private int decode(byte[] raw, int from, int to, int start) throws ProtocolException {
        int end = start;
        for (int i = from; i < to; i++) {
            byte b = raw[i];
            if (b == '%') {
                b = (byte) PercentText.escaped(raw, i, to);
                i += 2;
            } else if (b == '+') {
                form[end] = ' ';
                literal[end++] = '+';
                continue;
            }
            form[end] = b;
            literal[end++] = b;
        }
        return end;
    }

    /** Keeps the parameters sorted, those of the same name in the order of the request. */
    private void insert(int start, int equals, int end) throws ProtocolException {
        if (count == MAX_PARAMETERS) {
            throw new ProtocolException("Query has too many parameters, expected at most " + MAX_PARAMETERS);
        }
        if (3 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        int at = count;
        while (at > 0) {
            int order = Arrays.compareUnsigned(literal, start(at - 1), equalsAt(at - 1), literal, start, equals);
            if (order == 0 && !isList(start, equals)) {
                String name = new String(literal, start, equals - start, StandardCharsets.UTF_8);
                throw new ProtocolException("Duplicate parameter: " + Excerpt.of(name));
            }
            if (order <= 0) {
                break;
            }
            at--;
        }
        System.arraycopy(bounds, 3 * at, bounds, 3 * at + 3, 3 * (count - at));
        bounds[3 * at] = start;
        bounds[3 * at + 1] = equals;
        bounds[3 * at + 2] = end;
        count++;
    }

    private boolean isList(int start, int equals) {
        return equals - start >= 2 && literal[equals - 2] == '[' && literal[equals - 1] == ']';
    }

    private static byte lower(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
    }

    private static int indexOf(byte[] text, char c, int from) {
        int at = from;
        while (at < text.length && text[at] != c) {
            at++;
        }
        return at;
    }
}
