package dev.fanfare.server.metrics;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.AppUsage;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** What each configured app does, holds and may hold. Its id is the only label, so there are as many series as apps. */
record AppMetrics(Node node, ToLongFunction<App> today) implements Supplier<List<MetricSnapshot>> {
    @Override
    public List<MetricSnapshot> get() {
        GaugeSnapshot.Builder connections =
                Family.gauges("fanfare_connections", "Connections that count towards the limit.");
        GaugeSnapshot.Builder connectionLimit = Family.gauges(
                "fanfare_connections_limit", "Connections that the app may have; absent without a limit.");
        GaugeSnapshot.Builder channels = Family.gauges("fanfare_channels", "Channels with subscribers.");
        CounterSnapshot.Builder published = Family.counters(
                "fanfare_events_published", "Events that the HTTP API published, once for each channel.");
        CounterSnapshot.Builder clientEvents = Family.counters("fanfare_client_events", "Events that clients sent.");
        CounterSnapshot.Builder delivered =
                Family.counters("fanfare_events_delivered", "Events that subscribers were sent.");
        GaugeSnapshot.Builder messages =
                Family.gauges("fanfare_messages_today", "Messages since midnight UTC, as the daily limit counts them.");
        GaugeSnapshot.Builder messageLimit = Family.gauges(
                "fanfare_messages_per_day_limit", "Messages that the app may have in a day; absent without a limit.");
        for (App app : node.apps().all()) {
            AppUsage usage = node.usage(app);
            AppLimits limits = app.limits();
            Labels labels = Labels.of("app", app.id());
            connections.dataPoint(Family.level(usage.connections(), labels));
            channels.dataPoint(Family.level(usage.channels(), labels));
            published.dataPoint(Family.point(usage.published(), labels));
            clientEvents.dataPoint(Family.point(usage.clientEvents(), labels));
            delivered.dataPoint(Family.point(usage.delivered(), labels));
            messages.dataPoint(Family.level(today.applyAsLong(app), labels));
            addLimit(connectionLimit, limits.connections(), labels);
            addLimit(messageLimit, limits.messagesPerDay(), labels);
        }
        return List.of(
                connections.build(),
                connectionLimit.build(),
                channels.build(),
                published.build(),
                clientEvents.build(),
                delivered.build(),
                messages.build(),
                messageLimit.build());
    }

    private static void addLimit(GaugeSnapshot.Builder family, int limit, Labels labels) {
        if (limit != AppLimits.UNLIMITED) {
            family.dataPoint(Family.level(limit, labels));
        }
    }
}
