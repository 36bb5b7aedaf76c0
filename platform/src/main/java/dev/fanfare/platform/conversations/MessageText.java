package dev.fanfare.platform.conversations;

import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import java.nio.charset.StandardCharsets;

/** What people write to each other, as long as it may be. */
final class MessageText {
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_BYTES = 8_192;
    private static final int EXCERPT = 500;

    private MessageText() {}

    /**
     * A message's text as it is kept.
     *
     * @throws Problem 400 if nothing is left, or too much
     */
    static String checked(String text) {
        String clean = PlainText.clean(text);
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
        String clean = PlainText.line(text);
        if (clean.isEmpty()) {
            throw Problem.malformed("invalid", "title is empty");
        }
        return clean;
    }

    /** How it begins, for lists. */
    static String excerpt(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        return PlainText.cut(text, EXCERPT - 1) + "…";
    }

    /** For SQL's {@code like} with {@code escape '!'}: whatever has this in it, in upper or lower case. */
    static String likeAnyWith(String part) {
        return LikePattern.containing(PlainText.clean(part));
    }
}
