package dev.fanfare.server.webhook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of events. Counted and read by any thread. */
final class WebhookTally {
    private final Map<String, AtomicLong> deliveredByApp = new ConcurrentHashMap<>();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failedAttempts = new AtomicLong();
    private final AtomicLong dead = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();

    void entered() {
        waiting.incrementAndGet();
    }

    void left() {
        waiting.decrementAndGet();
    }

    void delivered(String appId) {
        delivered.incrementAndGet();
        deliveredByApp.computeIfAbsent(appId, id -> new AtomicLong()).incrementAndGet();
    }

    void attemptFailed() {
        failedAttempts.incrementAndGet();
    }

    void givenUp() {
        dead.incrementAndGet();
    }

    /** Returns how many there have been before. */
    long dropped() {
        return dropped.getAndIncrement();
    }

    long waiting() {
        return waiting.get();
    }

    WebhookCounts counts() {
        return new WebhookCounts(delivered.get(), failedAttempts.get(), dead.get(), dropped.get(), waiting.get());
    }

    long deliveredOf(String appId) {
        AtomicLong count = deliveredByApp.get(appId);
        return count == null ? 0 : count.get();
    }
}
