package dev.fanfare.benchmarks.suite;

import java.util.List;
import java.util.Locale;

/** Formats figures for tables. */
public final class Numbers {
    private Numbers() {}

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** {@code median (min..max)}; a dash if there is nothing. */
    public static String spread(List<Double> values) {
        if (values.isEmpty()) {
            return "–";
        }
        double least = values.stream().min(Double::compare).orElseThrow();
        double most = values.stream().max(Double::compare).orElseThrow();
        return brief(median(values)) + " (" + brief(least) + ".." + brief(most) + ")";
    }

    /** Three significant digits. */
    static String brief(double value) {
        double size = Math.abs(value);
        if (size >= 1e6) {
            return String.format(Locale.ROOT, "%.2fM", value / 1e6);
        }
        if (size >= 1e4) {
            return String.format(Locale.ROOT, "%.0fk", value / 1e3);
        }
        if (size >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
    }
}
