package dev.fanfare.server.config;

import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ProtocolLimits;
import java.time.Duration;
import java.util.List;

/** Every setting of one app: the second half of the table that begins in {@link ServerSettings}. */
final class AppSettings {
    static final Setting<String> ID = new Setting<>(
            "id", new Text("a text without spaces"), null, "The app's id, in the paths of the HTTP API. Must be set.");
    static final Setting<String> KEY = new Setting<>(
            "key",
            new Text("a text without spaces"),
            null,
            "The app's public key, which clients connect with. Must be set.");
    static final Setting<AppSecret> SECRET = new Setting<>(
            "secret", new Secret(), null, "What the app signs with. Either this or `secrets` must be set.");
    static final Setting<List<AppSecret>> SECRETS = new Setting<>(
            "secrets",
            new ListOf<>(new Secret(), "a list of texts"),
            List.of(),
            "Several secrets, all of them live, so that one can be replaced without a gap.");
    static final Setting<Boolean> ENABLED =
            new Setting<>("enabled", new YesNo(), true, "Whether the app takes connections and requests.");
    static final Setting<List<String>> ALLOWED_ORIGINS = new Setting<>(
            "allowed-origins",
            new ListOf<>(new Text("a host"), "a list of hosts such as example.com or *.example.com"),
            List.of(),
            "Hosts whose pages may connect, `*.example.com` for all below; empty for every page.");
    static final Setting<Duration> ACTIVITY_TIMEOUT = new Setting<>(
            "activity-timeout",
            ServerSettings.ACTIVITY_TIMEOUT.type(),
            null,
            "The app's own silence after which either side asks for a sign of life, instead of `heartbeat.activity-timeout`.");

    static final Setting<Boolean> CLIENT_EVENTS =
            new Setting<>("client-events", new YesNo(), false, "Whether clients may send events.");
    static final Setting<Boolean> USER_AUTHENTICATION =
            new Setting<>("user-authentication", new YesNo(), false, "Whether connections may sign in as a user.");
    static final Setting<Boolean> WATCHLISTS =
            new Setting<>("watchlists", new YesNo(), false, "Whether signed-in users may follow who is online.");
    static final Setting<Boolean> SUBSCRIPTION_COUNT =
            new Setting<>("subscription-count", new YesNo(), false, "Whether subscribers are told how many they are.");
    static final Setting<Boolean> TLS_ONLY = new Setting<>(
            "tls-only", new YesNo(), false, "Whether connections and requests over plain text are refused.");
    static final Setting<Duration> AUTHORIZATION_TIMEOUT = new Setting<>(
            "authorization-timeout",
            TimeSpan.between(Duration.ofSeconds(1), Duration.ofMinutes(10)).orZero(),
            Duration.ZERO,
            "By when a connection must have signed in or subscribed to a private or presence channel; 0 for never.");

    static final Setting<Plan> PLAN = new Setting<>(
            "plan",
            new Choice<>(List.of(Plan.values())),
            Plan.NONE,
            "Limits of connections, channels and messages a day in one word; `limits` that are set come before it.");
    static final Setting<Integer> CONNECTIONS = new Setting<>(
            "limits.connections", WholeNumber.unlimited(0), AppLimits.DEFAULT.connections(), "Connections at a time.");
    static final Setting<Integer> CHANNELS = new Setting<>(
            "limits.channels",
            WholeNumber.unlimited(0),
            AppLimits.DEFAULT.channels(),
            "Channels that have subscribers at a time.");
    static final Setting<Integer> MESSAGES_PER_DAY = new Setting<>(
            "limits.messages-per-day",
            WholeNumber.unlimited(0),
            AppLimits.DEFAULT.messagesPerDay(),
            "Messages of one day, which begins at midnight UTC: each request that publishes, each delivery, each webhook.");
    static final Setting<Integer> SUBSCRIPTIONS_PER_CONNECTION = new Setting<>(
            "limits.subscriptions-per-connection",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.subscriptionsPerConnection(),
            "Channels that one connection may be subscribed to.");
    static final Setting<Integer> CHANNEL_NAME_LENGTH = new Setting<>(
            "limits.channel-name-length",
            WholeNumber.between(1, ProtocolLimits.CHANNEL_NAME_LENGTH_MAX),
            AppLimits.DEFAULT.channelNameLength(),
            "Characters of a channel's name.");
    static final Setting<Integer> EVENT_NAME_LENGTH = new Setting<>(
            "limits.event-name-length",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.eventNameLength(),
            "Characters of an event's name.");
    static final Setting<Integer> EVENT_DATA_SIZE = new Setting<>(
            "limits.event-data-size",
            new ByteSize(1, Integer.MAX_VALUE),
            AppLimits.DEFAULT.eventDataSize(),
            "The size of an event's data.");
    static final Setting<Integer> CHANNELS_PER_PUBLISH = new Setting<>(
            "limits.channels-per-publish",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.channelsPerPublish(),
            "Channels that one event may be published to at once.");
    static final Setting<Integer> EVENTS_PER_BATCH = new Setting<>(
            "limits.events-per-batch",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.eventsPerBatch(),
            "Events of one batch.");
    static final Setting<Integer> PRESENCE_MEMBERS = new Setting<>(
            "limits.presence-members",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.presenceMembers(),
            "Distinct users of one presence channel.");
    static final Setting<Integer> PRESENCE_MEMBER_SIZE = new Setting<>(
            "limits.presence-member-size",
            new ByteSize(1, Integer.MAX_VALUE),
            AppLimits.DEFAULT.presenceMemberSize(),
            "The size of what a presence channel tells about one user.");
    static final Setting<Integer> USER_ID_LENGTH = new Setting<>(
            "limits.user-id-length",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.userIdLength(),
            "Characters of a user's id.");
    static final Setting<Integer> CLIENT_EVENTS_PER_SECOND = new Setting<>(
            "limits.client-events-per-second",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.clientEventsPerSecond(),
            "Events that one connection may send in a second.");
    static final Setting<Integer> WATCHLIST_SIZE = new Setting<>(
            "limits.watchlist-size",
            WholeNumber.unlimited(1),
            AppLimits.DEFAULT.watchlistSize(),
            "Users that one user may follow.");
    static final Setting<Duration> CACHE_TTL = new Setting<>(
            "limits.cache-ttl",
            TimeSpan.seconds(1, 24 * 3600),
            AppLimits.DEFAULT.cacheTtl(),
            "How long a cache channel keeps its last event.");

    /** In the order in which they are explained. */
    static final List<Setting<?>> ALL = List.of(
            ID,
            KEY,
            SECRET,
            SECRETS,
            ENABLED,
            ALLOWED_ORIGINS,
            ACTIVITY_TIMEOUT,
            CLIENT_EVENTS,
            USER_AUTHENTICATION,
            WATCHLISTS,
            SUBSCRIPTION_COUNT,
            TLS_ONLY,
            AUTHORIZATION_TIMEOUT,
            PLAN,
            CONNECTIONS,
            CHANNELS,
            MESSAGES_PER_DAY,
            SUBSCRIPTIONS_PER_CONNECTION,
            CHANNEL_NAME_LENGTH,
            EVENT_NAME_LENGTH,
            EVENT_DATA_SIZE,
            CHANNELS_PER_PUBLISH,
            EVENTS_PER_BATCH,
            PRESENCE_MEMBERS,
            PRESENCE_MEMBER_SIZE,
            USER_ID_LENGTH,
            CLIENT_EVENTS_PER_SECOND,
            WATCHLIST_SIZE,
            CACHE_TTL);

    private AppSettings() {}
}
