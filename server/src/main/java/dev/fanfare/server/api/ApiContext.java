package dev.fanfare.server.api;

import dev.fanfare.engine.app.App;
import dev.fanfare.server.config.LogConfig;
import dev.fanfare.server.reload.LiveWebhooks;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/**
 * What the HTTP API of one loop asks of the rest of the server, and tells it.
 *
 * @param ready whether the server wants traffic, for {@code /ready}
 * @param messagesToday of an app, as its daily limit counts them
 * @param webhooks those that there are at the time
 * @param metrics what {@code /metrics} shows
 * @param metricsToken who may see them; empty for this machine only
 * @param logged which requests the log tells of
 * @param requests where answered requests are counted
 */
public record ApiContext(
        BooleanSupplier ready,
        ToLongFunction<App> messagesToday,
        LiveWebhooks webhooks,
        MetricsSource metrics,
        String metricsToken,
        LogConfig.Requests logged,
        RequestCounts requests) {}
