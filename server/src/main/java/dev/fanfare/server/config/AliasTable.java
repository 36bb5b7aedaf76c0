package dev.fanfare.server.config;

import static dev.fanfare.server.config.AliasForm.DEBUG;
import static dev.fanfare.server.config.AliasForm.FLAG;
import static dev.fanfare.server.config.AliasForm.KILOBYTES;
import static dev.fanfare.server.config.AliasForm.LIMIT;
import static dev.fanfare.server.config.AliasForm.MILLISECONDS;
import static dev.fanfare.server.config.AliasForm.PERCENT;
import static dev.fanfare.server.config.AliasForm.SAME;
import static dev.fanfare.server.config.AliasForm.SECONDS;
import static dev.fanfare.server.config.AliasForm.SENDERS;

import java.util.List;
import java.util.Set;

/**
 * Every variable of soketi 1.6 and Laravel Reverb 1 that has a counterpart here. Where two stand for the same setting, the
 * upper one holds. Sources: soketi's command line; the configuration file that Reverb publishes.
 */
final class AliasTable {
    /** A list of webhooks as JSON; see {@link SoketiWebhooks}. */
    static final String SOKETI_WEBHOOKS = "SOKETI_DEFAULT_APP_WEBHOOKS";

    static final List<Alias> ALL = List.of(
            new Alias("SOKETI_HOST", "host", SAME),
            new Alias("SOKETI_PORT", "port", SAME),
            new Alias("SOKETI_PATH_PREFIX", "path-prefix", SAME),
            new Alias("SOKETI_DEBUG", "log.level", DEBUG),
            new Alias("SOKETI_SHUTDOWN_GRACE_PERIOD", "drain-time", MILLISECONDS),
            new Alias("SOKETI_HTTP_ACCEPT_TRAFFIC_MEMORY_THRESHOLD", "memory-guard.threshold", PERCENT),
            new Alias("SOKETI_SSL_CERT", "tls.certificate", SAME),
            new Alias("SOKETI_SSL_KEY", "tls.key", SAME),
            new Alias("SOKETI_DEFAULT_APP_ID", "app.id", SAME),
            new Alias("SOKETI_DEFAULT_APP_KEY", "app.key", SAME),
            new Alias("SOKETI_DEFAULT_APP_SECRET", "app.secret", SAME),
            new Alias("SOKETI_DEFAULT_APP_ENABLED", "app.enabled", FLAG),
            new Alias("SOKETI_DEFAULT_APP_ENABLE_CLIENT_MESSAGES", "app.client-events", FLAG),
            new Alias("SOKETI_DEFAULT_APP_USER_AUTHENTICATION", "app.user-authentication", FLAG),
            new Alias("SOKETI_USER_AUTHENTICATION_TIMEOUT", "app.authorization-timeout", MILLISECONDS),
            new Alias("SOKETI_DEFAULT_APP_MAX_CONNS", "app.limits.connections", LIMIT),
            new Alias("SOKETI_DEFAULT_APP_MAX_CLIENT_EVENTS_PER_SEC", "app.limits.client-events-per-second", LIMIT),
            new Alias("SOKETI_CHANNEL_LIMITS_MAX_NAME_LENGTH", "app.limits.channel-name-length", SAME),
            new Alias("SOKETI_CHANNEL_CACHE_TTL", "app.limits.cache-ttl", SECONDS),
            new Alias("SOKETI_EVENT_MAX_CHANNELS_AT_ONCE", "app.limits.channels-per-publish", LIMIT),
            new Alias("SOKETI_EVENT_MAX_BATCH_SIZE", "app.limits.events-per-batch", LIMIT),
            new Alias("SOKETI_EVENT_MAX_NAME_LENGTH", "app.limits.event-name-length", LIMIT),
            new Alias("SOKETI_EVENT_MAX_SIZE_IN_KB", "app.limits.event-data-size", KILOBYTES),
            new Alias("SOKETI_PRESENCE_MAX_MEMBERS", "app.limits.presence-members", LIMIT),
            new Alias("SOKETI_PRESENCE_MAX_MEMBER_SIZE", "app.limits.presence-member-size", KILOBYTES),
            new Alias("REVERB_SERVER_HOST", "host", SAME),
            new Alias("REVERB_SERVER_PORT", "port", SAME),
            new Alias("REVERB_SERVER_PATH", "path-prefix", SAME),
            new Alias("REVERB_APP_ID", "app.id", SAME),
            new Alias("REVERB_APP_KEY", "app.key", SAME),
            new Alias("REVERB_APP_SECRET", "app.secret", SAME),
            new Alias("REVERB_APP_ACTIVITY_TIMEOUT", "app.activity-timeout", SECONDS),
            new Alias("REVERB_APP_MAX_CONNECTIONS", "app.limits.connections", LIMIT),
            new Alias("REVERB_APP_MAX_MESSAGE_SIZE", "transport.max-message-size", SAME),
            new Alias("REVERB_APP_ACCEPT_CLIENT_EVENTS_FROM", "app.client-events", SENDERS));

    /** What Laravel keeps beside Reverb's settings for those who connect to it. */
    static final Set<String> OF_CLIENTS = Set.of("REVERB_HOST", "REVERB_PORT", "REVERB_SCHEME", "REVERB_SERVER");

    private AliasTable() {}
}
