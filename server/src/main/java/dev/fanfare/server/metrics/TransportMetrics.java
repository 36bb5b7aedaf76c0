package dev.fanfare.server.metrics;

import dev.fanfare.server.transport.LagCounts;
import dev.fanfare.server.transport.TransportCounts;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.List;
import java.util.function.Supplier;

/** The sockets of a server and the loops that serve them. */
record TransportMetrics(Supplier<TransportCounts> transport, Supplier<LagCounts> lag)
        implements Supplier<List<MetricSnapshot>> {
    private static final double MILLIS = 1_000;
    private static final double NANOS = 1_000_000_000;

    @Override
    public List<MetricSnapshot> get() {
        TransportCounts counts = transport.get();
        GaugeSnapshot.Builder open = Family.gauges("fanfare_sockets_open", "Sockets that clients hold open.");
        open.dataPoint(Family.level(counts.webSockets(), Labels.of("kind", "websocket")));
        open.dataPoint(Family.level(counts.httpConnections(), Labels.of("kind", "http")));
        CounterSnapshot.Builder closed = Family.counters(
                "fanfare_connections_closed",
                "WebSocket connections that ended: by the server's close code, by the client, or lost without a word.");
        counts.closed().forEach((cause, count) -> closed.dataPoint(Family.point(count, Labels.of("cause", cause))));
        return List.of(
                open.build(),
                Family.counter(
                        "fanfare_connections_opened",
                        "WebSocket handshakes that were answered, those that an app then refused too.",
                        counts.opened()),
                closed.build(),
                Family.counter(
                        "fanfare_connections_received_bytes", "Bytes of frames from clients.", counts.bytesReceived()),
                Family.counter("fanfare_connections_sent_bytes", "Bytes of frames to clients.", counts.bytesSent()),
                Family.gauge("fanfare_queued_bytes", "Bytes that wait for clients to take them.", counts.queuedBytes()),
                lateness(lag.get()));
    }

    private static MetricSnapshot lateness(LagCounts counts) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < counts.counts().length; i++) {
            boolean last = i == counts.boundsMillis().length;
            buckets.bucket(last ? Double.POSITIVE_INFINITY : counts.boundsMillis()[i] / MILLIS, counts.counts()[i]);
        }
        return HistogramSnapshot.builder()
                .name("fanfare_loop_lag_seconds")
                .help("How late an event loop was, looked at four times a second.")
                .dataPoint(HistogramDataPointSnapshot.builder()
                        .classicHistogramBuckets(buckets.build())
                        .sum(counts.sumNanos() / NANOS)
                        .build())
                .build();
    }
}
