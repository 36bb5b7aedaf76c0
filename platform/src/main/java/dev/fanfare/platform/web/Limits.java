package dev.fanfare.platform.web;

/** How much of a list a request may ask for. */
public final class Limits {
    private static final int MOST = 100;

    private Limits() {}

    /**
     * The limit itself.
     *
     * @throws Problem 400 if it is not 1 to 100
     */
    public static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.malformed("invalid", "limit is " + limit + ", expected 1 to " + MOST);
        }
        return limit;
    }
}
