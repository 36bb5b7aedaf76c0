package dev.fanfare.platform.web;

import java.util.Locale;

/** For SQL's {@code like} with {@code escape '!'}, of what is in lower case. */
public final class LikePattern {
    private LikePattern() {}

    /** Whatever has this in it, in upper or lower case. */
    public static String containing(String part) {
        return "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }
}
