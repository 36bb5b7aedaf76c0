package dev.fanfare.server.config;

import java.time.Duration;

/**
 * A length of time in {@code ms}, {@code s}, {@code m} or {@code h}; the unit must be there, save for 0.
 *
 * @param step what it is a multiple of, a millisecond or a second
 * @param zeroToo whether it may also be 0
 */
record TimeSpan(Duration min, Duration max, Duration step, boolean zeroToo) implements ValueType<Duration> {
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    static TimeSpan between(Duration min, Duration max) {
        return new TimeSpan(min, max, MILLISECOND, false);
    }

    static TimeSpan seconds(int min, int max) {
        return new TimeSpan(Duration.ofSeconds(min), Duration.ofSeconds(max), SECOND, false);
    }

    TimeSpan orZero() {
        return new TimeSpan(min, max, step, true);
    }

    @Override
    public Duration read(String text) {
        if (text.equals("0")) {
            return Duration.ZERO;
        }
        if (text.endsWith("ms")) {
            return Duration.ofMillis(amount(text, 2));
        }
        if (text.endsWith("s")) {
            return Duration.ofSeconds(amount(text, 1));
        }
        if (text.endsWith("m")) {
            return Duration.ofSeconds(Math.multiplyExact(amount(text, 1), 60L));
        }
        if (text.endsWith("h")) {
            return Duration.ofSeconds(Math.multiplyExact(amount(text, 1), 3600L));
        }
        throw new IllegalArgumentException("no unit");
    }

    private static long amount(String text, int unitLength) {
        return Long.parseLong(text.substring(0, text.length() - unitLength).trim());
    }

    @Override
    public String show(Duration value) {
        if (value.isZero()) {
            return "0";
        }
        long millis = value.toMillis();
        if (millis % 1000 != 0) {
            return millis + "ms";
        }
        long seconds = millis / 1000;
        if (seconds % 60 != 0) {
            return seconds + "s";
        }
        return seconds % 3600 == 0 ? seconds / 3600 + "h" : seconds / 60 + "m";
    }

    @Override
    public String expected() {
        String range = step.equals(SECOND) ? "a time of whole seconds from " : "a time from ";
        return range + show(min) + " to " + show(max) + (zeroToo ? ", or 0" : "");
    }

    @Override
    public boolean accepts(Duration value) {
        boolean inRange = value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
        boolean onStep = Duration.ofMillis(value.toMillis() / step.toMillis() * step.toMillis())
                .equals(value);
        return inRange && onStep || zeroToo && value.isZero();
    }
}
