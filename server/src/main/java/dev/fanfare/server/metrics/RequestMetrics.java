package dev.fanfare.server.metrics;

import dev.fanfare.server.api.RequestCounts;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the HTTP API has answered. */
record RequestMetrics(Iterable<RequestCounts> loops) implements Supplier<List<MetricSnapshot>> {
    @Override
    public List<MetricSnapshot> get() {
        Map<Labels, Long> sums = new TreeMap<>();
        for (RequestCounts loop : loops) {
            loop.forEach((route, status, count) -> {
                String code = status == 0 ? "other" : Integer.toString(status);
                sums.merge(Labels.of("route", route.label(), "status", code), count, Long::sum);
            });
        }
        CounterSnapshot.Builder requests = Family.counters("fanfare_http_requests", "Requests that were answered.");
        sums.forEach((labels, count) -> requests.dataPoint(Family.point(count, labels)));
        return List.of(requests.build());
    }
}
