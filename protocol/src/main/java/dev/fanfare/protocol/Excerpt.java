package dev.fanfare.protocol;

/** Cuts text that a client sent to a length that fits into an error message. */
public final class Excerpt {
    private static final int MAX_LENGTH = 200;

    private Excerpt() {}

    public static String of(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
    }
}
