package dev.fanfare.server.api;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.AppUsage;
import dev.fanfare.server.config.Plan;
import java.util.function.ToLongFunction;

/** Tells what the app may have on this node, and how much of it is taken. Not part of Pusher's API. */
final class UsageQuery implements Endpoint {
    private final Node node;
    private final ToLongFunction<App> messagesToday;

    UsageQuery(Node node, ToLongFunction<App> messagesToday) {
        this.node = node;
        this.messagesToday = messagesToday;
    }

    @Override
    public void handle(ApiRequest request, Exchange exchange) {
        App app = request.app();
        AppLimits limits = app.limits();
        AppUsage usage = node.usage(app);
        JsonText json = new JsonText().raw("{\"id\":").string(app.id());
        json.raw(",\"plan\":").string(Plan.nameOf(limits));
        json.raw(",\"limits\":{\"messages_per_day\":").raw(limit(limits.messagesPerDay()));
        json.raw(",\"connections\":").raw(limit(limits.connections()));
        json.raw(",\"channels\":").raw(limit(limits.channels()));
        json.raw("},\"usage\":{\"messages_today\":").number(messagesToday.applyAsLong(app));
        json.raw(",\"connections\":").number(usage.connections());
        json.raw(",\"peak_connections\":").number(usage.peakConnections());
        json.raw(",\"channels\":").number(usage.channels());
        exchange.answer(Response.json(200, json.raw("}}")));
    }

    private static String limit(int limit) {
        return limit == AppLimits.UNLIMITED ? "null" : Integer.toString(limit);
    }
}
