package dev.fanfare.protocol;

import java.time.Duration;

/** The limits that hosted Pusher documents; every one of them can be changed per app. */
public final class ProtocolLimits {
    /** Characters of a channel name, its prefix included. */
    public static final int CHANNEL_NAME_LENGTH = 164;
    /** The longest channel name that Pusher's SDKs let through: the upper bound of the setting. */
    public static final int CHANNEL_NAME_LENGTH_MAX = 200;
    /** Characters of an event name. */
    public static final int EVENT_NAME_LENGTH = 200;
    /** Bytes of an event's data, in UTF-8 and after JSON unescaping. */
    public static final int EVENT_DATA_SIZE = 10_240;
    /** Channels of one publish. */
    public static final int CHANNELS_PER_PUBLISH = 100;
    /** Events of one batch. */
    public static final int EVENTS_PER_BATCH = 10;
    /** Distinct users of one presence channel. */
    public static final int PRESENCE_MEMBERS = 100;
    /** Bytes of a presence member's {@code channel_data}. */
    public static final int PRESENCE_MEMBER_SIZE = 1_024;
    /** Characters of a user id. */
    public static final int USER_ID_LENGTH = 128;
    /** Client events of one connection in a second. */
    public static final int CLIENT_EVENTS_PER_SECOND = 10;
    /** Users that one user may watch. */
    public static final int WATCHLIST_SIZE = 100;
    /** How long a cache channel keeps its last event. */
    public static final Duration CACHE_TTL = Duration.ofMinutes(30);
    /** How far the timestamp of a signed request may be from the server's clock. */
    public static final Duration TIMESTAMP_TOLERANCE = Duration.ofSeconds(600);
    /** Subscribers above which subscription counts are coalesced. */
    public static final int SUBSCRIPTION_COUNT_COALESCE_ABOVE = 100;
    /** How often a coalesced subscription count is sent. */
    public static final Duration SUBSCRIPTION_COUNT_INTERVAL = Duration.ofSeconds(5);

    private ProtocolLimits() {}
}
