package dev.fanfare.platform.web;

import java.util.regex.Pattern;

/** What people write. It stays as it is, markup and all; only what nobody can see is taken out. */
public final class PlainText {
    /** Control characters, halves of characters, and what turns the direction of the text around it. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private PlainText() {}

    /** Without what nobody can see, and without space around it. */
    public static String clean(String text) {
        return UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /** The same on one line. */
    public static String line(String text) {
        return clean(text).replaceAll("\\s+", " ");
    }

    /**
     * The same of what has to be there.
     *
     * @param field of the request that it is
     * @throws Problem 400 if nothing can be seen of it
     */
    public static String required(String field, String text) {
        String line = line(text);
        if (line.isEmpty()) {
            throw Problem.malformed("invalid", field + " is blank");
        }
        return line;
    }

    /** Its beginning, if it is longer than that. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
