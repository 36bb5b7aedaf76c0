package dev.fanfare.platform.web;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a part of a list has ended. Before the first one of lists that have the newest first, there is one, too. */
public record Cursor(Instant at, String id) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,14})\\.([A-Za-z0-9_-]{1,40})");
    private static final Cursor START = new Cursor(Instant.parse("9999-12-31T00:00:00Z"), "");

    /**
     * The cursor that a client has sent back.
     *
     * @param text null for the first page
     * @throws Problem 400 if it is none
     */
    public static Cursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Problem.malformed("invalid", "cursor is none that was given out");
        }
        return new Cursor(Instant.ofEpochMilli(Long.parseLong(form.group(1))), form.group(2));
    }

    /** What a client sends back for the next page. */
    public String text() {
        return at.toEpochMilli() + "." + id;
    }
}
