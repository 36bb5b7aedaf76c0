package dev.fanfare.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * The book of one run: every message that was sent, how many of its deliveries are still to come, and how long each took.
 * Belongs to the generator's thread.
 */
final class Deliveries {
    /** Messages under way at once, at most; a power of two. An open loop that needs more is not keeping up. */
    private static final int UNDER_WAY = 1 << 16;

    private static final long LONGEST_NANOS = 120_000_000_000L;

    private final SequenceTracker tracker;
    private final long[] due = new long[UNDER_WAY];
    private final int[] remaining = new int[UNDER_WAY];
    private final Histogram latency = new Histogram(LONGEST_NANOS, 3);
    private int nextMessage;
    private long sent;
    private long outstanding;
    private long delivered;
    private boolean measuring;

    Deliveries(int subscribers, int sources) {
        tracker = new SequenceTracker(subscribers, sources);
    }

    /** Whether one more message may be under way. */
    boolean hasRoom() {
        return remaining[nextMessage & (UNDER_WAY - 1)] == 0;
    }

    /**
     * Books a message that is about to be sent.
     *
     * @param dueNanos when it should have been sent: latency counts from then
     * @return its id, for the marker
     */
    int sending(int receivers, long dueNanos) {
        int message = nextMessage++;
        due[message & (UNDER_WAY - 1)] = dueNanos;
        remaining[message & (UNDER_WAY - 1)] = receivers;
        outstanding += receivers;
        sent++;
        return message;
    }

    /** Books what came; tells how many deliveries of the message are still to come. */
    int received(int subscriber, int source, int sequence, int message, long nanos) {
        int slot = message & (UNDER_WAY - 1);
        if (!tracker.received(subscriber, source, sequence)) {
            return remaining[slot];
        }
        outstanding--;
        delivered++;
        if (measuring) {
            latency.recordValue(Math.clamp(nanos - due[slot], 1, LONGEST_NANOS));
        }
        return --remaining[slot];
    }

    void measure(boolean on) {
        measuring = on;
    }

    long sent() {
        return sent;
    }

    long outstanding() {
        return outstanding;
    }

    long delivered() {
        return delivered;
    }

    /** Deliveries that never came; call it when nothing comes any more. */
    long lost() {
        return outstanding;
    }

    long duplicated() {
        return tracker.duplicated();
    }

    long reordered() {
        return tracker.reordered();
    }

    /** Nanoseconds of the deliveries of the measured window. */
    Histogram latency() {
        return latency;
    }
}
