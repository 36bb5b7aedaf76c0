package dev.fanfare.server.metrics;

import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The server as a whole. */
record ServerMetrics(Sources sources) implements Supplier<List<MetricSnapshot>> {
    @Override
    public List<MetricSnapshot> get() {
        List<MetricSnapshot> all = new ArrayList<>();
        all.add(InfoSnapshot.builder()
                .name("fanfare")
                .help("The version that runs.")
                .dataPoint(InfoDataPointSnapshot.builder()
                        .labels(Labels.of("version", version()))
                        .build())
                .build());
        all.add(Family.gauge(
                "fanfare_ready",
                "1 if the server wants traffic, 0 while it stops or is short of memory.",
                sources.ready().getAsBoolean() ? 1 : 0));
        if (sources.tls() != null) {
            all.add(Family.gauge(
                    "fanfare_tls_certificate_expiry_timestamp_seconds",
                    "When the certificate expires, in seconds since 1970.",
                    sources.tls().expiry().getEpochSecond()));
        }
        return all;
    }

    private static String version() {
        String version = ServerMetrics.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }
}
