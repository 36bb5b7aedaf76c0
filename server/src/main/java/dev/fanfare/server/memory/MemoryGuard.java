package dev.fanfare.server.memory;

import dev.fanfare.server.config.MemoryGuardConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says whether there is memory for new connections: not while what the heap keeps, or what waits to be sent, is above the
 * threshold, and then not before it has fallen by {@value #RECOVERY_POINTS} points. Looks once a second, on a thread of its
 * own. What is there may be garbage, so before it refuses anybody it has the heap collected; only what
 * survives counts. That may take a twentieth of the time: after a collection of 50 ms, the next is a second away at least.
 */
public final class MemoryGuard implements BooleanSupplier, AutoCloseable {
    static final int RECOVERY_POINTS = 5;
    static final int REST_FOR_WORK = 20;

    private final int threshold;
    private final Supplier<? extends Heap> heapOfJvm;
    private final LongSupplier waiting;
    private final LongSupplier ticker;

    /** Owned by the guard's thread. */
    private @Nullable Heap heap;

    /** When the heap may be collected again, null before the first time. Owned by the guard's thread. */
    private @Nullable Long rested;

    private volatile boolean accepting = true;
    private volatile @Nullable ScheduledExecutorService thread;

    MemoryGuard(
            MemoryGuardConfig config, Supplier<? extends Heap> heapOfJvm, LongSupplier waiting, LongSupplier ticker) {
        this.threshold = config.threshold();
        this.heapOfJvm = heapOfJvm;
        this.waiting = waiting;
        this.ticker = ticker;
    }

    /**
     * A guard of this JVM, which accepts everything until it is started.
     *
     * @param waiting the bytes that wait to be sent, asked on the guard's thread
     */
    public static MemoryGuard of(MemoryGuardConfig config, LongSupplier waiting) {
        return new MemoryGuard(config, OldGeneration::ofThisJvm, waiting, System::nanoTime);
    }

    /** Begins to look a second from now, so that a start waits for none of it. Called once. */
    public void start() {
        if (threshold == MemoryGuardConfig.OFF) {
            return;
        }
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task ->
                Thread.ofPlatform().name("fanfare-memory-guard").daemon().unstarted(task));
        thread = started;
        started.scheduleWithFixedDelay(this::lookOrStop, 1, 1, TimeUnit.SECONDS);
    }

    /** Whether a new connection is let in. Called on any thread. */
    @Override
    public boolean getAsBoolean() {
        return accepting;
    }

    private void lookOrStop() {
        try {
            look();
        } catch (RuntimeException e) {
            accepting = true;
            System.getLogger(MemoryGuard.class.getName()).log(Level.ERROR, "Memory is no longer guarded", e);
            close();
        }
    }

    /** Looks once. Called by the guard's thread only. */
    void look() {
        Heap looked = heap == null ? heapOfJvm.get() : heap;
        heap = looked;
        if (accepting) {
            if (isAbove(threshold, looked)) {
                accepting = false;
                log(
                        Level.WARNING,
                        "New connections are refused: memory is above {0}% (live heap {1} of {2} bytes,"
                                + " {3} bytes wait to be sent)",
                        looked);
            }
        } else if (!isAbove(threshold - RECOVERY_POINTS, looked)) {
            accepting = true;
            log(
                    Level.INFO,
                    "New connections are accepted again: memory is below {0}% less 5 points (live heap {1} of {2}"
                            + " bytes, {3} bytes wait to be sent)",
                    looked);
        }
    }

    private boolean isAbove(int percent, Heap looked) {
        long allowed = looked.capacity() / 100 * percent;
        if (waiting.getAsLong() > allowed) {
            return true;
        }
        if (looked.used() <= allowed) {
            return false;
        }
        long now = ticker.getAsLong();
        if (rested == null || now - rested >= 0) {
            looked.collect();
            long end = ticker.getAsLong();
            rested = end + REST_FOR_WORK * (end - now);
        }
        return looked.live() > allowed;
    }

    private void log(Level level, String message, Heap looked) {
        Logger logger = System.getLogger(MemoryGuard.class.getName());
        logger.log(
                level,
                message,
                Integer.toString(threshold),
                Long.toString(looked.live()),
                Long.toString(looked.capacity()),
                Long.toString(waiting.getAsLong()));
    }

    /** Stops looking. */
    @Override
    public void close() {
        ScheduledExecutorService started = thread;
        if (started != null) {
            started.shutdownNow();
        }
    }
}
