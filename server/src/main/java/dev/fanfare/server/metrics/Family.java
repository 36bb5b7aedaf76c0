package dev.fanfare.server.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/** Short ways to write counters and gauges of one metric down. */
final class Family {
    private Family() {}

    static MetricSnapshot counter(String name, String help, long value) {
        return counters(name, help).dataPoint(point(value, Labels.EMPTY)).build();
    }

    static CounterSnapshot.Builder counters(String name, String help) {
        return CounterSnapshot.builder().name(name).help(help);
    }

    static CounterDataPointSnapshot point(long value, Labels labels) {
        return CounterDataPointSnapshot.builder()
                .value((double) value)
                .labels(labels)
                .build();
    }

    static MetricSnapshot gauge(String name, String help, long value) {
        return gauges(name, help).dataPoint(level(value, Labels.EMPTY)).build();
    }

    static GaugeSnapshot.Builder gauges(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
    }

    static GaugeDataPointSnapshot level(long value, Labels labels) {
        return GaugeDataPointSnapshot.builder()
                .value((double) value)
                .labels(labels)
                .build();
    }
}
