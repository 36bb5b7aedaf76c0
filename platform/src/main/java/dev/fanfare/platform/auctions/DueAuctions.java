package dev.fanfare.platform.auctions;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Wakes when the next auction is due and lets it go on. Several instances may do so: only one of them finds something to do. */
@Component
class DueAuctions implements SmartLifecycle {
    private static final Duration SAFETY_NET = Duration.ofSeconds(5); // other instances raise no signal here
    private static final Logger LOG = LoggerFactory.getLogger(DueAuctions.class);

    private final AuctionTable auctions;
    private final AuctionCourse course;
    private final DueSignal signal;
    private volatile boolean isStopped;
    private @Nullable Thread thread;

    DueAuctions(AuctionTable auctions, AuctionCourse course, DueSignal signal) {
        this.auctions = auctions;
        this.course = course;
        this.signal = signal;
    }

    @Override
    public void start() {
        isStopped = false;
        thread = Thread.ofPlatform().name("fanfare-auctions").daemon().start(this::run);
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
        while (!isStopped) {
            try {
                signal.await(goOn());
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
            for (String id : auctions.due(course.now())) {
                isWell &= goOn(id);
            }
            Instant next = auctions.nextDue();
            if (next == null || !isWell) {
                return SAFETY_NET;
            }
            Duration left = Duration.between(course.now(), next);
            return left.compareTo(SAFETY_NET) < 0 ? left : SAFETY_NET;
        } catch (RuntimeException e) {
            LOG.warn("Auctions could not be looked at, tried again in {}", SAFETY_NET, e);
            return SAFETY_NET;
        }
    }

    private boolean goOn(String id) {
        try {
            course.goOn(id);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("Auction {} could not go on, tried again in {}", id, SAFETY_NET, e);
            return false;
        }
    }
}
