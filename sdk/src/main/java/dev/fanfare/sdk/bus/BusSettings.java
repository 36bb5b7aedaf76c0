package dev.fanfare.sdk.bus;

import java.time.Duration;

/**
 * What a bus is told.
 *
 * @param retries how often a handler that fails is called again with the same event, 0 for never
 * @param firstRetry the wait before the first of these; each further one doubles it
 * @param queueSize events that may wait for one subscription; those above it are given up at once
 * @param deadSize events that are kept after they were given up; the oldest go first
 */
public record BusSettings(int retries, Duration firstRetry, int queueSize, int deadSize) {
    public static final BusSettings DEFAULT = new BusSettings(3, Duration.ofMillis(100), 10_000, 1_000);

    private static final int MOST_RETRIES = 16;

    /** @throws IllegalArgumentException if a value is out of range; the message names it */
    public BusSettings {
        if (retries < 0 || retries > MOST_RETRIES || !firstRetry.isPositive()) {
            throw new IllegalArgumentException("Bus retries " + retries + " times after " + firstRetry
                    + ", expected 0 to " + MOST_RETRIES + " times after a positive time");
        }
        if (queueSize < 1 || deadSize < 1) {
            throw new IllegalArgumentException("Bus holds " + queueSize + " waiting and " + deadSize
                    + " dead events for a subscription, expected at least one of each");
        }
    }
}
