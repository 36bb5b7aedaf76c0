package dev.fanfare.server.api;

import dev.fanfare.engine.Node;
import dev.fanfare.protocol.PercentText;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.server.reload.LiveWebhooks;
import dev.fanfare.server.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Every path of the HTTP API. Source: Pusher Channels documentation, "HTTP API reference". */
final class Routes {
    private static final String APPS = "/apps/";
    private static final String USERS = "/users/";
    private static final Response ALIVE = Response.json(200, new JsonText().raw("{\"status\":\"ok\"}"));
    private static final Response HEALTHY = Response.json(200, new JsonText().raw("{\"health\":\"OK\"}"));
    private static final Response NOT_READY = new Problem(503, "Server takes no traffic at the moment").response();

    private final TriggerEvents events;
    private final ChannelQueries channels;
    private final TerminateUser users;
    private final UsageQuery usage;
    private final TerminateConnections connections;
    private final LiveWebhooks webhooks;
    private final Route health;
    private final Route live;
    private final Route ready;
    private final Route metrics;

    Routes(Node node, ApiContext context) {
        this.events = new TriggerEvents(node);
        this.channels = new ChannelQueries(node);
        this.users = new TerminateUser(node);
        this.usage = new UsageQuery(node, context.messagesToday());
        this.connections = new TerminateConnections(node);
        this.webhooks = context.webhooks();
        health = new Route.Open(RouteName.HEALTH, exchange -> exchange.answer(HEALTHY));
        live = new Route.Open(RouteName.HEALTH, exchange -> exchange.answer(ALIVE));
        ready = new Route.Open(
                RouteName.HEALTH, exchange -> exchange.answer(context.ready().getAsBoolean() ? ALIVE : NOT_READY));
        metrics = new Route.Open(RouteName.METRICS, new MetricsEndpoint(context.metrics(), context.metricsToken()));
    }

    /**
     * The route of a path, or null if there is none.
     *
     * @throws ProtocolException if something in the path is escaped wrongly
     */
    @Nullable
    Route find(String path) throws ProtocolException {
        if (path.startsWith(APPS)) {
            int end = path.indexOf('/', APPS.length());
            return end < 0 ? null : ofApp(decoded(path.substring(APPS.length(), end)), path, end + 1);
        }
        if (path.startsWith(USERS)) {
            return ofUser(null, path, USERS.length());
        }
        return switch (path) {
            case "/", "/live" -> live;
            case "/up" -> health;
            case "/ready" -> ready;
            case "/metrics" -> metrics;
            default -> null;
        };
    }

    private @Nullable Route ofApp(String app, String path, int from) throws ProtocolException {
        if (isRest("events", path, from)) {
            return new Route.Signed(RouteName.EVENTS, events::one, app, "");
        }
        if (isRest("batch_events", path, from)) {
            return new Route.Signed(RouteName.BATCH_EVENTS, events::batch, app, "");
        }
        if (isRest("channels", path, from)) {
            return new Route.Signed(RouteName.CHANNELS, channels::all, app, "");
        }
        if (isRest("connections", path, from)) {
            return new Route.Signed(RouteName.CONNECTIONS, channels::connections, app, "");
        }
        if (isRest("connections/terminate", path, from)) {
            return new Route.Signed(RouteName.TERMINATE_SOCKETS, connections, app, "");
        }
        if (isRest("usage", path, from)) {
            return new Route.Signed(RouteName.USAGE, usage, app, "");
        }
        if (path.startsWith("webhooks/", from)) {
            return ofWebhooks(app, path, from + "webhooks/".length());
        }
        if (path.startsWith("channels/", from)) {
            return ofChannel(app, path, from + "channels/".length());
        }
        return path.startsWith("users/", from) ? ofUser(app, path, from + "users/".length()) : null;
    }

    private @Nullable Route ofWebhooks(String app, String path, int from) {
        Webhooks present = webhooks.current();
        if (present == null) {
            return null;
        }
        DeadLetterQueries letters = new DeadLetterQueries(present);
        if (isRest("dead_letters", path, from)) {
            return new Route.Signed(RouteName.DEAD_LETTERS, letters::list, app, "");
        }
        if (isRest("dead_letters/discard", path, from)) {
            return new Route.Signed(RouteName.DISCARD, letters::discard, app, "");
        }
        return isRest("dead_letters/replay", path, from)
                ? new Route.Signed(RouteName.REPLAY, letters::replay, app, "")
                : null;
    }

    private @Nullable Route ofChannel(String app, String path, int from) throws ProtocolException {
        int end = path.indexOf('/', from);
        if (from == path.length() || end == from) {
            return null;
        }
        if (end < 0) {
            return new Route.Signed(RouteName.CHANNEL, channels::one, app, decoded(path.substring(from)));
        }
        String channel = decoded(path.substring(from, end));
        return switch (path.substring(end + 1)) {
            case "users" -> new Route.Signed(RouteName.CHANNEL_USERS, channels::members, app, channel);
            case "stats" -> new Route.Signed(RouteName.CHANNEL_STATS, channels::stats, app, channel);
            case "events" -> new Route.Signed(RouteName.CHANNEL_EVENTS, events::deprecated, app, channel);
            default -> null;
        };
    }

    private @Nullable Route ofUser(@Nullable String app, String path, int from) throws ProtocolException {
        int end = path.indexOf('/', from);
        if (end <= from || !isRest("terminate_connections", path, end + 1)) {
            return null;
        }
        return new Route.Signed(RouteName.TERMINATE_CONNECTIONS, users, app, decoded(path.substring(from, end)));
    }

    private static String decoded(String segment) throws ProtocolException {
        return segment.indexOf('%') < 0 ? segment : new String(PercentText.decode(segment), StandardCharsets.UTF_8);
    }

    private static boolean isRest(String text, String path, int from) {
        return path.length() - from == text.length() && path.startsWith(text, from);
    }
}
