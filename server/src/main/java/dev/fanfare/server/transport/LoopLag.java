package dev.fanfare.server.transport;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How late a loop is, from the first time that somebody asks: whether a task that is due four times a second runs in time says how long anything waits for its turn
 * there. Counted by the loop, read by any thread.
 */
final class LoopLag {
    static final Duration INTERVAL = Duration.ofMillis(250);

    private static final long[] BOUNDS_MILLIS = {1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500};

    private final NettyLoop loop;
    private static final int BUCKETS = BOUNDS_MILLIS.length + 1;
    /** The count of each bucket, and behind them the sum in nanoseconds. */
    private final AtomicLongArray counts = new AtomicLongArray(BUCKETS + 1);

    private final AtomicBoolean asked = new AtomicBoolean();

    LoopLag(NettyLoop loop) {
        this.loop = loop;
    }

    private void schedule() {
        long due = loop.nanoTime() + INTERVAL.toNanos();
        loop.schedule(() -> look(due), INTERVAL);
    }

    private void look(long due) {
        long late = Math.max(0, loop.nanoTime() - due);
        int bucket = 0;
        while (bucket < BOUNDS_MILLIS.length && late > TimeUnit.MILLISECONDS.toNanos(BOUNDS_MILLIS[bucket])) {
            bucket++;
        }
        add(bucket, 1);
        add(BUCKETS, late);
        schedule();
    }

    private void add(int index, long more) {
        counts.setOpaque(index, counts.getPlain(index) + more);
    }

    /** Adds these counts to the sum of several loops, and begins to count if nobody has asked before. */
    LagCounts addTo(LagCounts sum) {
        if (asked.compareAndSet(false, true)) {
            loop.execute(this::schedule);
        }
        for (int i = 0; i < BUCKETS; i++) {
            sum.counts()[i] += counts.getOpaque(i);
        }
        return new LagCounts(sum.boundsMillis(), sum.counts(), sum.sumNanos() + counts.getOpaque(BUCKETS));
    }

    static LagCounts zero() {
        return new LagCounts(BOUNDS_MILLIS.clone(), new long[BUCKETS], 0);
    }
}
