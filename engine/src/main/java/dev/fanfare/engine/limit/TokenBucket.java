package dev.fanfare.engine.limit;

/** Lets a number of things happen per second, and as many at once after a pause. Owned by one thread. */
public final class TokenBucket {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final long nanosPerToken;
    private final long capacity;
    private long filledUntil;

    /**
     * @param perSecond 1 or more
     * @param now nanoseconds on the clock that {@link #tryTake} is given
     */
    public TokenBucket(int perSecond, long now) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("A rate of " + perSecond + " per second, expected 1 or more");
        }
        nanosPerToken = NANOS_PER_SECOND / perSecond;
        capacity = nanosPerToken * perSecond;
        filledUntil = now - capacity;
    }

    /** Takes a token, or returns false if there is none. */
    public boolean tryTake(long now) {
        long from = Math.max(filledUntil, now - capacity);
        if (now - from < nanosPerToken) {
            return false;
        }
        filledUntil = from + nanosPerToken;
        return true;
    }
}
