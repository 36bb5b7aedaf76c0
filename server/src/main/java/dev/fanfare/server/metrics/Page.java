package dev.fanfare.server.metrics;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.ProcessMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** Everything that a server and its JVM count, in Prometheus' text format. Used by one thread. */
final class Page {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final List<Supplier<List<MetricSnapshot>>> parts;

    Page(Sources sources) {
        ProcessMetrics.builder().register(registry);
        JvmRuntimeInfoMetric.builder().register(registry);
        JvmMemoryMetrics.builder().register(registry);
        JvmBufferPoolMetrics.builder().register(registry);
        JvmGarbageCollectorMetrics.builder().register(registry);
        parts = List.of(
                new ServerMetrics(sources),
                new AppMetrics(sources.node(), sources.today()),
                new TransportMetrics(sources.transport(), sources.lag()),
                new RequestMetrics(sources.requests()),
                new WebhookMetrics(sources.webhooks()));
    }

    byte[] write() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        parts.forEach(part -> part.get().forEach(all::metricSnapshot));
        registry.scrape().forEach(all::metricSnapshot);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            writer.write(page, all.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.toByteArray();
    }
}
