package dev.fanfare.benchmarks.load;

import java.util.concurrent.locks.LockSupport;

/** Waits by {@link System#nanoTime}. */
public final class Waiting {
    private Waiting() {}

    /** Returns at a time, or at once if it is past. */
    public static void until(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Returns when a thread has ended. */
    public static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Interrupted");
        }
    }
}
