package dev.fanfare.server.api;

import java.util.function.Consumer;

/** Writes the page of metrics. Asked on any loop; may answer later, on any thread. */
public interface MetricsSource {
    /** @param answer is given the page, in Prometheus' text format 0.0.4; empty if it could not be written */
    void page(Consumer<byte[]> answer);
}
