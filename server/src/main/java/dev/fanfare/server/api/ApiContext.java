package dev.fanfare.server.api;

import dev.fanfare.engine.app.App;
import dev.fanfare.server.webhook.Webhooks;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the HTTP API asks of the rest of the server, on any loop.
 *
 * @param ready whether the server wants traffic, for {@code /ready}
 * @param overQuota whether an app has used up its messages of today
 * @param webhooks null if there are none
 */
public record ApiContext(
        BooleanSupplier ready,
        Predicate<App> overQuota,
        @Nullable Webhooks webhooks) {
    /** Always ready, without quota and webhooks. */
    public static final ApiContext PLAIN = new ApiContext(() -> true, app -> false, null);
}
