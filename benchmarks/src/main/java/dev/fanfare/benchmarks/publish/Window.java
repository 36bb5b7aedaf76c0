package dev.fanfare.benchmarks.publish;

import dev.fanfare.benchmarks.load.CpuUse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one run measured.
 *
 * @param answered events that the server has taken, in warm-up and window
 * @param latency in nanoseconds, of the window's events: with a pace those that were due in it, otherwise those answered in it
 */
record Window(String library, Load load, long answered, CpuUse cpu, Histogram latency) {
    double perSecond() {
        return latency.getTotalCount() / cpu.seconds();
    }

    double microsAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }

    /** CPU of the publishing process, in microseconds. */
    double publisherMicrosPerEvent() {
        return cpu.own() * 1e6 / latency.getTotalCount();
    }

    double serverMicrosPerEvent() {
        return cpu.server() * 1e6 / latency.getTotalCount();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%s: %,.0f events/s; p50 %,.0f p99 %,.0f µs; CPU for each event: publisher %.1f, server %.1f µs; others %.0f %%",
                load.isPaced() ? "paced" : "closed",
                perSecond(),
                microsAt(50),
                microsAt(99),
                publisherMicrosPerEvent(),
                serverMicrosPerEvent(),
                100 * cpu.foreignShare());
    }

    /** The same and more, by name. */
    Map<String, Object> values(int round) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mode", load.isPaced() ? "publish-paced" : "publish-closed");
        values.put("round", round);
        values.put("callers", load.callers());
        values.put("channels", load.channels());
        values.put("size", load.size());
        values.put("target_per_s", load.perSecond());
        values.put("per_s", perSecond());
        for (double percentile : new double[] {50, 90, 99, 99.9, 100}) {
            values.put("p" + String.format(Locale.ROOT, "%.1f", percentile) + "_us", microsAt(percentile));
        }
        values.put("publisher_us_per_event", publisherMicrosPerEvent());
        values.put("server_us_per_event", serverMicrosPerEvent());
        values.put("foreign", cpu.foreignShare());
        values.put("answered", answered);
        return values;
    }
}
