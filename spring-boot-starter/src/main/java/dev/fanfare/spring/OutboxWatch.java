package dev.fanfare.spring;

import dev.fanfare.sdk.outbox.OutboxStatus;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the outbox is doing, for those who ask often: the database is asked at most once in {@link #FRESH}, on a thread of its own,
 * and nobody waits for it longer than {@link #PATIENCE}. Safe to use from several threads.
 */
final class OutboxWatch {
    static final Duration FRESH = Duration.ofSeconds(5);
    static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWatch.class);

    private final Callable<OutboxStatus> outbox;
    private final LongSupplier nanos;
    private final AtomicReference<@Nullable Look> latest = new AtomicReference<>();
    private volatile @Nullable OutboxStatus known;

    OutboxWatch(Callable<OutboxStatus> outbox, LongSupplier nanos) {
        this.outbox = outbox;
        this.nanos = nanos;
    }

    /** One question to the database, and when it was asked. */
    private record Look(FutureTask<OutboxStatus> task, long at) {}

    /** The last that is known; null if the database has not answered yet, or could not. */
    @Nullable
    OutboxStatus status() {
        FutureTask<OutboxStatus> task = look();
        try {
            known = task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.debug("The database takes its time to say how the outbox is doing", e);
        } catch (ExecutionException e) {
            LOG.debug("The database does not say how the outbox is doing", e);
            known = null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return known;
    }

    /** The look that is under way or still fresh, else a new one. */
    private FutureTask<OutboxStatus> look() {
        long now = nanos.getAsLong();
        Look last = latest.get();
        if (last != null && (!last.task.isDone() || now - last.at < FRESH.toNanos())) {
            return last.task;
        }
        Look next = new Look(new FutureTask<>(outbox), now);
        if (!latest.compareAndSet(last, next)) {
            return look();
        }
        Thread.ofVirtual().name("fanfare-outbox-watch").start(next.task);
        return next.task;
    }
}
