package dev.fanfare.benchmarks.publish;

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
record Window(String library, Load load, long answered, Cpu cpu, Histogram latency) {
    /**
     * Seconds of CPU in the window.
     *
     * @param publisher this process
     * @param server its process, which is this one if the server runs inside
     * @param machine all processes together
     * @param seconds the window's length by the clock
     */
    record Cpu(double publisher, double server, double machine, double seconds) {}

    double perSecond() {
        return latency.getTotalCount() / cpu.seconds;
    }

    double microsAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }

    /** CPU of the publishing process, in microseconds. */
    double publisherMicrosPerEvent() {
        return cpu.publisher * 1e6 / latency.getTotalCount();
    }

    double serverMicrosPerEvent() {
        return cpu.server * 1e6 / latency.getTotalCount();
    }

    /** Share of the machine that neither this process nor the server used; an embedded server counts twice, so not below 0. */
    double foreignShare() {
        double cpus = Runtime.getRuntime().availableProcessors();
        return Math.max(0, cpu.machine - cpu.publisher - cpu.server) / (cpus * cpu.seconds);
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
                100 * foreignShare());
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
        values.put("foreign", foreignShare());
        values.put("answered", answered);
        return values;
    }
}
