package dev.fanfare.benchmarks.publish;

import java.util.Map;

/**
 * What is published, by whom, for how long.
 *
 * @param callers threads, each of which waits for the answer before it publishes again
 * @param channels nobody is subscribed to them; callers go round
 * @param size characters of the event's text, beside 60 of other fields
 * @param perSecond events a second of all callers together, 0 for as many as they can
 * @param warmupSeconds not counted
 */
record Load(int callers, int channels, int size, double perSecond, double warmupSeconds, double seconds) {
    Load at(double rate) {
        return new Load(callers, channels, size, rate, warmupSeconds, seconds);
    }

    Load by(int number) {
        return new Load(number, channels, size, perSecond, warmupSeconds, seconds);
    }

    boolean isPaced() {
        return perSecond > 0;
    }

    String channel(long number) {
        return "auction-" + number % channels;
    }

    /** An object of its own for each event, as applications make them; Jackson and Gson turn it into JSON. */
    Object data(long number) {
        return Map.of("auction", number % channels, "amount", number, "bidder", "ann", "note", "x".repeat(size));
    }
}
