package dev.fanfare.server.api;

/** Cuts text of a request to a length that fits into an error message. */
final class Excerpt {
    private static final int MAX_LENGTH = 200;

    private Excerpt() {}

    static String of(String text) {
        return of(text, MAX_LENGTH);
    }

    static String of(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, maxLength) + "…";
    }
}
