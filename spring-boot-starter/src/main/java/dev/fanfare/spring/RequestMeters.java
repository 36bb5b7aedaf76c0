package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code fanfare.publish}, how long publishing takes, {@code fanfare.publish.events}, how many events that were, and
 * {@code fanfare.request}, how long everything else takes. Channels and users are in no tag, for there are too many.
 */
final class RequestMeters implements RealtimeObserver {
    private final MeterRegistry registry;

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void completed(
            String operation, String channel, int events, Duration took, @Nullable RealtimeException failure) {
        Tags tags = Tags.of(
                "operation",
                operation,
                "outcome",
                failure == null ? "success" : "failure",
                "kind",
                failure == null ? "none" : failure.kind().name().toLowerCase(Locale.ROOT));
        registry.timer(events > 0 ? "fanfare.publish" : "fanfare.request", tags).record(took);
        if (events > 0) {
            registry.counter("fanfare.publish.events", tags).increment(events);
        }
    }
}
