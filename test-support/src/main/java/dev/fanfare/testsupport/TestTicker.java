package dev.fanfare.testsupport;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A nanosecond ticker that stands still until a test moves it. Safe to read from any thread. */
public final class TestTicker implements LongSupplier {
    /** Near the overflow, as {@link System#nanoTime} may be: differences work there, comparisons do not. */
    private final AtomicLong nanos =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());

    @Override
    public long getAsLong() {
        return nanos.get();
    }

    public void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
