package dev.fanfare.engine.app;

import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.protocol.Trigger;
import java.time.Duration;

/**
 * What one app may do. Counts are inclusive: a limit of 10 admits ten.
 *
 * @param connections connections at a time, {@link #UNLIMITED} for any number
 * @param channels occupied channels at a time
 * @param messagesPerDay messages of one UTC day, counted as {@link AppUsage} says
 * @param subscriptionsPerConnection channels one connection may be subscribed to
 * @param channelNameLength characters, 1 to 200
 * @param eventNameLength characters
 * @param eventDataSize bytes
 * @param channelsPerPublish channels of one publish
 * @param eventsPerBatch events of one batch
 * @param presenceMembers distinct users of one presence channel
 * @param presenceMemberSize bytes of a member's {@code channel_data}
 * @param userIdLength characters
 * @param clientEventsPerSecond per connection
 * @param watchlistSize users one user may watch
 * @param cacheTtl how long a cache channel keeps its last event
 */
public record AppLimits(
        int connections,
        int channels,
        int messagesPerDay,
        int subscriptionsPerConnection,
        int channelNameLength,
        int eventNameLength,
        int eventDataSize,
        int channelsPerPublish,
        int eventsPerBatch,
        int presenceMembers,
        int presenceMemberSize,
        int userIdLength,
        int clientEventsPerSecond,
        int watchlistSize,
        Duration cacheTtl) {
    /** No limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** What hosted Pusher documents, with any number of connections, channels and messages. */
    public static final AppLimits DEFAULT = new AppLimits(
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            10_000,
            ProtocolLimits.CHANNEL_NAME_LENGTH,
            ProtocolLimits.EVENT_NAME_LENGTH,
            ProtocolLimits.EVENT_DATA_SIZE,
            ProtocolLimits.CHANNELS_PER_PUBLISH,
            ProtocolLimits.EVENTS_PER_BATCH,
            ProtocolLimits.PRESENCE_MEMBERS,
            ProtocolLimits.PRESENCE_MEMBER_SIZE,
            ProtocolLimits.USER_ID_LENGTH,
            ProtocolLimits.CLIENT_EVENTS_PER_SECOND,
            ProtocolLimits.WATCHLIST_SIZE,
            ProtocolLimits.CACHE_TTL);

    /** For load tests: everything that a frame or body can hold. */
    public static final AppLimits NONE = new AppLimits(
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            ProtocolLimits.CHANNEL_NAME_LENGTH_MAX,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            UNLIMITED,
            ProtocolLimits.CACHE_TTL);

    /** The part that the body of a publish is checked against. */
    public Trigger.Limits trigger() {
        return new Trigger.Limits(
                channelNameLength, eventNameLength, eventDataSize, channelsPerPublish, eventsPerBatch);
    }

    /** To change some of them. */
    public AppLimitsBuilder with() {
        return new AppLimitsBuilder(this);
    }
}
