package dev.fanfare.engine.hub;

import java.util.concurrent.atomic.AtomicInteger;

/** Runs a task when everything that was announced has been done, on the thread that did the last of it. */
final class Countdown {
    private final AtomicInteger open;
    private final Runnable done;

    Countdown(int announced, Runnable done) {
        open = new AtomicInteger(announced);
        this.done = done;
    }

    void announce() {
        open.incrementAndGet();
    }

    void complete() {
        if (open.decrementAndGet() == 0) {
            done.run();
        }
    }
}
