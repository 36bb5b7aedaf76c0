package dev.fanfare.server.config;

import java.time.Duration;

/** A length of time in {@code ms}, {@code s}, {@code m} or {@code h}; the unit must be there, save for 0. */
record TimeSpan(Duration min, Duration max, boolean orZero) implements ValueType<Duration> {
    static TimeSpan between(Duration min, Duration max) {
        return new TimeSpan(min, max, false);
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
        String range = "a time from " + show(min) + " to " + show(max) + " such as 500ms, 30s or 2m";
        return orZero ? range + ", or 0" : range;
    }

    @Override
    public boolean accepts(Duration value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0 || orZero && value.isZero();
    }
}
