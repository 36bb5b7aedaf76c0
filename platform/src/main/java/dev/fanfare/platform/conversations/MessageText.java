package dev.fanfare.platform.conversations;

import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What people write. It stays as it is, markup and all; only what nobody can see is taken out. */
final class MessageText {
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_BYTES = 8_192;
    private static final int EXCERPT = 500;

    /** Control characters, halves of characters, and what turns the direction of the text around it. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private MessageText() {}

    /**
     * A message's text as it is kept.
     *
     * @throws Problem 400 if nothing is left, or too much
     */
    static String checked(String text) {
        String clean = clean(text);
        if (clean.isEmpty()) {
            throw Problem.malformed("invalid", "text is empty");
        }
        int bytes = clean.getBytes(StandardCharsets.UTF_8).length;
        if (clean.length() > MOST_CHARACTERS || bytes > MOST_BYTES) {
            throw Problem.malformed(
                    "too_long",
                    "text has " + clean.length() + " characters and " + bytes + " bytes, expected at most "
                            + MOST_CHARACTERS + " and " + MOST_BYTES);
        }
        return clean;
    }

    /**
     * A title, on one line.
     *
     * @throws Problem 400 if nothing is left
     */
    static String title(String text) {
        String clean = clean(text).replaceAll("\\s+", " ");
        if (clean.isEmpty()) {
            throw Problem.malformed("invalid", "title is empty");
        }
        return clean;
    }

    private static String clean(String text) {
        return UNSEEN.matcher(text.replace("\r\n", "\n")).replaceAll("").strip();
    }

    /** How it begins, for lists. */
    static String excerpt(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(EXCERPT - 2)) ? EXCERPT - 2 : EXCERPT - 1;
        return text.substring(0, end) + "…";
    }

    /** For SQL's {@code like} with {@code escape '!'}: whatever has this in it, in upper or lower case. */
    static String likeAnyWith(String part) {
        return LikePattern.containing(clean(part));
    }
}
