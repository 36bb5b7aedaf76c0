package dev.fanfare.server.transport;

import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for event loops at the start and at the end, on a caller's thread that is none of them. Interrupts come later. */
final class Waiting {
    private Waiting() {}

    /** @param done something that ends by itself */
    static void until(Future<?> done) {
        CountDownLatch latch = new CountDownLatch(1);
        done.addListener(_ -> latch.countDown());
        until(latch, Duration.ofNanos(Long.MAX_VALUE));
    }

    static void until(CountDownLatch done, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        boolean interrupted = false;
        boolean waits = true;
        while (waits) {
            try {
                done.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                waits = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
