package dev.fanfare.benchmarks.platform;

import dev.fanfare.benchmarks.load.CpuUse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * What one load came to.
 *
 * @param delivery in nanoseconds, from the time a message was due to its frame at the client
 * @param answer the same to the answer of the request
 */
record MessageWindow(MessageLoad.Plan plan, CpuUse cpu, Histogram delivery, Histogram answer) {
    double deliveryMillis(double percentile) {
        return delivery.getValueAtPercentile(percentile) / 1e6;
    }

    double answerMillis(double percentile) {
        return answer.getValueAtPercentile(percentile) / 1e6;
    }

    /** CPU of the platform, in milliseconds. */
    double cpuMillisPerMessage() {
        return cpu.server() * 1e3 / delivery.getTotalCount();
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%.0f/s: frame p50 %.1f p95 %.1f p99 %.1f max %.1f ms; answer p50 %.1f p95 %.1f ms;"
                        + " CPU for each message %.2f ms; others %.0f %%",
                plan.perSecond(),
                deliveryMillis(50),
                deliveryMillis(95),
                deliveryMillis(99),
                deliveryMillis(100),
                answerMillis(50),
                answerMillis(95),
                cpuMillisPerMessage(),
                100 * cpu.foreignShare());
    }

    /** The same and more, by name. */
    Map<String, Object> values(int round) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("mode", "platform-messages");
        values.put("round", round);
        values.put("target_per_s", plan.perSecond());
        values.put("senders", plan.senders());
        values.put("size", plan.size());
        for (double percentile : new double[] {50, 90, 95, 99, 99.9, 100}) {
            String name = "p" + String.format(Locale.ROOT, "%.1f", percentile);
            values.put(name + "_ms", deliveryMillis(percentile));
            values.put("answer_" + name + "_ms", answerMillis(percentile));
        }
        values.put("messages", delivery.getTotalCount());
        values.put("platform_ms_per_message", cpuMillisPerMessage());
        values.put("generator_cpu_s", cpu.own());
        values.put("foreign", cpu.foreignShare());
        return values;
    }
}
