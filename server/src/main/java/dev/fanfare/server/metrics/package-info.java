/**
 * What the server counts, as a page that Prometheus reads. Nothing of it is loaded before the page is asked for. Start reading
 * at {@link dev.fanfare.server.metrics.Metrics}.
 */
@NullMarked
package dev.fanfare.server.metrics;

import org.jspecify.annotations.NullMarked;
