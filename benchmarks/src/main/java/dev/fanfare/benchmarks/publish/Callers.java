package dev.fanfare.benchmarks.publish;

import dev.fanfare.benchmarks.load.CpuUse;
import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Threads that publish at the same time through one library, once through warm-up and window. With a pace an event has a time it
 * is due, whether a caller is free or not, and its latency counts from then: a stall shows in every event that should have gone
 * out meanwhile.
 */
final class Callers {
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Library library;
    private final Load load;
    private final long start = System.nanoTime();
    private final long from;
    private final long until;
    /** Number of the next event. */
    private final AtomicLong next = new AtomicLong();

    /** Callers end behind the last reading: an ended thread takes its CPU time with it. */
    private final CountDownLatch read = new CountDownLatch(1);

    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    private Callers(Library library, Load load) {
        this.library = library;
        this.load = load;
        from = start + (long) (load.warmupSeconds() * 1e9);
        until = from + (long) (load.seconds() * 1e9);
    }

    /**
     * Publishes, and returns when everything is answered.
     *
     * @param server the server's process; this one, if it runs inside
     * @throws LoadFailure if an event was not taken
     */
    static Window run(Library library, Load load, long server) {
        return new Callers(library, load).run(server);
    }

    private Window run(long server) {
        List<Caller> callers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < load.callers(); i++) {
            Caller caller = new Caller();
            callers.add(caller);
            threads.add(Thread.ofPlatform().name("caller-" + i).start(() -> publish(caller)));
        }
        Waiting.until(from);
        CpuUse.Moment first = CpuUse.Moment.now(server);
        Waiting.until(until);
        CpuUse.Moment last = CpuUse.Moment.now(server);
        read.countDown();
        threads.forEach(Waiting::join);
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        Histogram latency = new Histogram(LONGEST_NANOS, 3);
        callers.forEach(caller -> latency.add(caller.latency));
        long answered = callers.stream().mapToLong(caller -> caller.answered).sum();
        return new Window(library.name(), load, answered, last.since(first), latency);
    }

    /** Owned by its thread until that has ended. */
    private static final class Caller {
        final Histogram latency = new Histogram(LONGEST_NANOS, 3);
        /** In warm-up and window. */
        long answered;
    }

    private void publish(Caller caller) {
        try {
            while (failure.get() == null) {
                long number = next.getAndIncrement();
                long due = load.isPaced() ? start + (long) (number * 1e9 / load.perSecond()) : System.nanoTime();
                if (due >= until) {
                    read.await();
                    return;
                }
                Waiting.until(due);
                library.publish(load.channel(number), load.data(number));
                caller.answered++;
                long now = System.nanoTime();
                if (load.isPaced() ? due >= from : now >= from && now < until) {
                    caller.latency.recordValue(now - due);
                }
            }
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } catch (InterruptedException e) {
            failure.compareAndSet(null, new LoadFailure("Interrupted"));
        }
    }
}
