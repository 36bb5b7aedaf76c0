package dev.fanfare.server.webhook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Which cache misses have been told of lately: one for each channel in ten seconds. Owned by the webhooks' thread. */
final class CacheMisses {
    private static final long QUIET_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int MAX_CHANNELS = 10_000;

    private final LongSupplier ticker;
    private final Map<String, Long> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MAX_CHANNELS;
        }
    };

    CacheMisses(LongSupplier ticker) {
        this.ticker = ticker;
    }

    boolean isNews(String appId, String channel) {
        long now = ticker.getAsLong();
        String key = appId + "\n" + channel;
        Long before = told.get(key);
        if (before != null && now - before < QUIET_NANOS) {
            return false;
        }
        told.remove(key);
        told.put(key, now);
        return true;
    }
}
