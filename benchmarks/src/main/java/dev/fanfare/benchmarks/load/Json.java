package dev.fanfare.benchmarks.load;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Writes flat result lines. */
public final class Json {
    private Json() {}

    /** An object of numbers and booleans as they are, and everything else as a string. */
    public static String object(Map<String, ?> values) {
        StringJoiner members = new StringJoiner(",", "{", "}");
        values.forEach((name, value) -> members.add(quoted(name) + ":" + text(value)));
        return members.toString();
    }

    private static String text(Object value) {
        return switch (value) {
            case Double number -> number(number);
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            default -> quoted(value.toString());
        };
    }

    /** Four decimals at most, without trailing zeros. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
