package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Wakes the reactor whenever a message of an open loop is due: a selector's own time-out counts milliseconds, which would
 * show in every latency.
 */
final class Clock implements AutoCloseable {
    private final Reactor reactor;
    private final long intervalNanos;
    private final Thread thread;
    private volatile boolean stopped;

    Clock(Reactor reactor, long intervalNanos) {
        this.reactor = reactor;
        this.intervalNanos = intervalNanos;
        thread = Thread.ofPlatform().daemon().name("bench-clock").start(this::run);
    }

    private void run() {
        sharpenTimer();
        long due = System.nanoTime();
        while (!stopped) {
            due = Math.max(due + intervalNanos, System.nanoTime());
            for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            reactor.wakeUp();
        }
    }

    /** Linux rounds a thread's waits up by 50 µs to save wake-ups; asks it not to. Without that, messages go out later. */
    private static void sharpenTimer() {
        try {
            Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
            Files.writeString(Path.of("/proc", self.getFileName().toString(), "timerslack_ns"), "1");
        } catch (IOException | UnsupportedOperationException _) {
            // not Linux, or not allowed: the figures include up to 50 µs of waiting, for every server alike
        }
    }

    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
    }
}
