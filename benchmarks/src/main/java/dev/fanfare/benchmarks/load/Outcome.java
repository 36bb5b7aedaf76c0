package dev.fanfare.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one run measured.
 *
 * @param units deliveries (requests in publish mode) in the window
 * @param messages sent in the window
 * @param seconds the window's length
 * @param targetPerSecond units a second that an open loop asked for, 0 in a closed loop
 * @param serverCpuSeconds in the window, 0 if the server's process is not known
 * @param foreignShare of the machine's CPUs, used by others than the server and this process
 * @param latency in nanoseconds
 */
public record Outcome(
        LoadSpec spec,
        double units,
        double messages,
        double seconds,
        double targetPerSecond,
        double serverCpuSeconds,
        double serverUserSeconds,
        double serverSystemSeconds,
        double clientCpuSeconds,
        double foreignShare,
        long lost,
        long duplicated,
        long reordered,
        Histogram latency) {
    private static final double SUSTAINED = 0.98;

    public double perSecond() {
        return units / seconds;
    }

    /** The key figure: units per second of server CPU; 0 if the server's process is not known. */
    public double perServerCpuSecond() {
        return serverCpuSeconds > 0 ? units / serverCpuSeconds : 0;
    }

    public double microsAt(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }

    /** Whether every frame came exactly once and in order. */
    public boolean isIntact() {
        return lost == 0 && duplicated == 0 && reordered == 0;
    }

    /** Whether an open loop got its rate. */
    public boolean isSustained() {
        return perSecond() >= SUSTAINED * targetPerSecond;
    }

    /** One line for people. */
    public String line() {
        String unit = spec.mode() == LoadSpec.Mode.PUBLISH ? "requests" : "deliveries";
        return String.format(
                Locale.ROOT,
                "%s: %,.0f %s/s, %,.0f per server-CPU-second; p50 %,.0f p99 %,.0f p99.9 %,.0f µs;"
                        + " lost %d duplicated %d reordered %d; CPU server %.2f client %.2f of %.2f s, others %.1f %%%s",
                spec.mode().label(),
                perSecond(),
                unit,
                perServerCpuSecond(),
                microsAt(50),
                microsAt(99),
                microsAt(99.9),
                lost,
                duplicated,
                reordered,
                serverCpuSeconds,
                clientCpuSeconds,
                seconds,
                100 * foreignShare,
                isSustained() ? "" : "; TARGET RATE NOT SUSTAINED");
    }

    /** The same and more, as one JSON object. */
    public String json() {
        return Json.object(values());
    }

    /** What {@link #json} says, by name. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mode", spec.mode().label());
        values.put("conns", spec.connections());
        values.put("channels", spec.channels());
        values.put("members", spec.members());
        values.put("churners", spec.churners());
        values.put("size", spec.size());
        values.put("publishers", spec.publishers());
        values.put("depth", spec.depth());
        values.put("inflight", spec.isOpenLoop() ? 0 : spec.inflight());
        values.put("target_per_s", targetPerSecond);
        values.put("seconds", seconds);
        values.put("per_s", perSecond());
        values.put("messages_per_s", messages / seconds);
        values.put("per_server_cpu_s", perServerCpuSecond());
        values.put("server_cpu_s", serverCpuSeconds);
        values.put("server_user_s", serverUserSeconds);
        values.put("server_sys_s", serverSystemSeconds);
        values.put("client_cpu_s", clientCpuSeconds);
        values.put("foreign", foreignShare);
        for (double percentile : new double[] {50, 90, 99, 99.9, 100}) {
            values.put("p" + Json.number(percentile).replace(".", "_") + "_us", microsAt(percentile));
        }
        values.put("lost", lost);
        values.put("duplicated", duplicated);
        values.put("reordered", reordered);
        values.put("sustained", isSustained());
        return values;
    }
}
