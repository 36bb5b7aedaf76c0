package dev.fanfare.platform.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a thing that whoever changes it has seen, as the header {@code If-Match} tells it. */
public final class IfMatch {
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private IfMatch() {}

    /** What routes ask for that change what others may change, too: 400 without it. */
    public static String required(@Nullable String header) {
        if (header == null) {
            throw Problem.malformed("if_match_missing", "If-Match with the version that you know is missing");
        }
        return header;
    }

    /**
     * Finds out whether it is still the one that was seen.
     *
     * @param header null or {@code *} if any will do
     * @throws Problem 412 if it is not
     */
    public static void check(@Nullable String header, long version) {
        if (!isCurrent(header, version)) {
            throw Problem.stale();
        }
    }

    /** The same for those who say more of it than that it is not. */
    public static boolean isCurrent(@Nullable String header, long version) {
        if (header == null || header.equals("*")) {
            return true;
        }
        Matcher seen = VERSION.matcher(header.strip());
        return seen.matches() && Long.parseLong(seen.group(1)) == version;
    }
}
