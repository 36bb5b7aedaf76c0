package dev.fanfare.server.metrics;

import dev.fanfare.server.reload.LiveWebhooks;
import dev.fanfare.server.webhook.WebhookCounts;
import dev.fanfare.server.webhook.Webhooks;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Supplier;

/** What becomes of events for webhooks; nothing where there are none. */
record WebhookMetrics(LiveWebhooks webhooks) implements Supplier<List<MetricSnapshot>> {
    @Override
    public List<MetricSnapshot> get() {
        Webhooks present = webhooks.current();
        if (present == null) {
            return List.of();
        }
        WebhookCounts counts = present.counts();
        return List.of(
                Family.counter(
                        "fanfare_webhook_events_delivered", "Events that an endpoint has taken.", counts.delivered()),
                Family.counter(
                        "fanfare_webhook_attempts_failed",
                        "Requests that an endpoint has not taken.",
                        counts.failedAttempts()),
                Family.counter("fanfare_webhook_events_given_up", "Events that became dead letters.", counts.dead()),
                Family.counter(
                        "fanfare_webhook_events_dropped", "Events that were not queued or kept.", counts.dropped()),
                Family.gauge("fanfare_webhook_events_waiting", "Events that are due.", counts.waiting()));
    }
}
