package dev.fanfare.platform.work;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Wakes when the next of some things is due and lets it go on. Several instances may do so: only one of them finds something to do. */
public final class DueWorker implements SmartLifecycle {
    private static final Duration SAFETY_NET = Duration.ofSeconds(5); // other instances raise no signal here
    private static final Logger LOG = LoggerFactory.getLogger(DueWorker.class);

    private final Due due;
    private final DueSignal signal;
    private final Clock clock;
    private volatile boolean isStopped;
    private @Nullable Thread thread;

    public DueWorker(Due due, DueSignal signal, Clock clock) {
        this.due = due;
        this.signal = signal;
        this.clock = clock;
    }

    @Override
    public void start() {
        isStopped = false;
        thread = Thread.ofPlatform().name("fanfare-" + due.name()).daemon().start(this::run);
    }

    /** Lets it finish what it is doing: a thread that is interrupted takes an H2 file with it. */
    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            isStopped = true;
            signal.raise();
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        while (true) {
            long seen = signal.count();
            if (isStopped) {
                return;
            }
            try {
                signal.await(seen, goOn());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Returns after how long it is to be called again. */
    private Duration goOn() {
        try {
            boolean isWell = true;
            for (String id : due.due(clock.instant())) {
                if (isStopped) {
                    return SAFETY_NET;
                }
                isWell &= goOn(id);
            }
            Instant next = due.nextDue();
            if (next == null || !isWell) {
                return SAFETY_NET;
            }
            Duration left = Duration.between(clock.instant(), next);
            return left.compareTo(SAFETY_NET) < 0 ? left : SAFETY_NET;
        } catch (RuntimeException e) {
            LOG.warn("What is due of {} could not be looked at, tried again in {}", due.name(), SAFETY_NET, e);
            return SAFETY_NET;
        }
    }

    private boolean goOn(String id) {
        try {
            due.goOn(id);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("{} of {} could not go on, tried again in {}", id, due.name(), SAFETY_NET, e);
            return false;
        }
    }
}
