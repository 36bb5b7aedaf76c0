package dev.fanfare.server.webhook;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before another attempt: from a second up to a minute, twice as long each time, less up to a fifth. */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LAST_MILLIS = 60_000;
    private static final int DOUBLINGS = 6;
    private static final double JITTER = 0.2;

    private Backoff() {}

    /** @param attempts made so far, 1 or more */
    static Duration after(int attempts) {
        long full = Math.min(LAST_MILLIS, FIRST_MILLIS << Math.min(attempts - 1, DOUBLINGS));
        return Duration.ofMillis(
                (long) (full * (1 - JITTER * ThreadLocalRandom.current().nextDouble())));
    }
}
