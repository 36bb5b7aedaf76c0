package dev.fanfare.protocol;

import java.util.random.RandomGenerator;

/** Generates JSON texts and the strings that are hard to encode. */
final class Json {
    private static final String[] STRINGS = {
        "",
        "a",
        "\"",
        "\\",
        "/",
        "\\\"",
        "\b\f\n\r\t",
        "\u0000",
        "\u001f",
        "\u007f",
        "é",
        "€",
        "😀",
        "\u2028",
        "{}",
        "12345678",
        "user_id",
        "longer than eight"
    };
    private static final String[] LITERALS = {
        "null",
        "true",
        "false",
        "0",
        "-0",
        "1",
        "-12",
        "1.5",
        "0.0e-1",
        "1E+2",
        "123456789012345678901234567890",
        "\"\"",
        "\"\\u00e9\\ud83d\\ude00\\/\"",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\"",
        "\"é€😀\"",
        "{}",
        "[]",
        "\"plain text that is long enough\""
    };
    private static final String[] SPACES = {"", "", "", " ", "\n", "\t \r\n"};

    private Json() {}

    /** Well-formed Unicode. */
    static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(pick(random, STRINGS));
        }
        return text.toString();
    }

    static String value(RandomGenerator random, int depth) {
        StringBuilder json = new StringBuilder();
        append(json, random, depth);
        return json.toString();
    }

    private static void append(StringBuilder json, RandomGenerator random, int depth) {
        json.append(pick(random, SPACES));
        switch (depth == 0 ? 0 : random.nextInt(3)) {
            case 0 -> json.append(pick(random, LITERALS));
            case 1 -> {
                json.append('[');
                for (int i = random.nextInt(4), n = i; i > 0; i--) {
                    json.append(i == n ? "" : ",");
                    append(json, random, depth - 1);
                }
                json.append(']');
            }
            default -> {
                json.append('{');
                for (int i = random.nextInt(4), n = i; i > 0; i--) {
                    json.append(i == n ? "" : ",").append(pick(random, SPACES));
                    json.append("\"k")
                            .append(i)
                            .append("\"")
                            .append(pick(random, SPACES))
                            .append(':');
                    append(json, random, depth - 1);
                }
                json.append('}');
            }
        }
        json.append(pick(random, SPACES));
    }

    private static String pick(RandomGenerator random, String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
