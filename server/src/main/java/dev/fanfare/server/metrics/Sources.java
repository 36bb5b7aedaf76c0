package dev.fanfare.server.metrics;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.server.api.RequestCounts;
import dev.fanfare.server.reload.LiveWebhooks;
import dev.fanfare.server.transport.LagCounts;
import dev.fanfare.server.transport.Tls;
import dev.fanfare.server.transport.TransportCounts;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where the figures of a server come from. All of it may be asked on any thread.
 *
 * @param today messages of an app since midnight UTC
 * @param transport what has happened on its sockets
 * @param lag how late its loops are
 * @param requests what each loop has answered
 * @param webhooks those that there are at the time
 * @param tls null for a server without TLS
 * @param ready whether it wants traffic
 */
public record Sources(
        Node node,
        ToLongFunction<App> today,
        Supplier<TransportCounts> transport,
        Supplier<LagCounts> lag,
        Iterable<RequestCounts> requests,
        LiveWebhooks webhooks,
        @Nullable Tls tls,
        BooleanSupplier ready) {}
