package dev.fanfare.sdk.webhook;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that the server tells of a channel. An event may come twice. Source: Pusher Channels documentation, "Webhooks". */
public sealed interface WebhookEvent {
    String channel();

    /** The first subscriber has come. */
    record ChannelOccupied(String channel) implements WebhookEvent {}

    /** The last subscriber has gone. */
    record ChannelVacated(String channel) implements WebhookEvent {}

    /** A user is in a presence channel. */
    record MemberAdded(String channel, String userId) implements WebhookEvent {}

    /** A user is in a presence channel no more. */
    record MemberRemoved(String channel, String userId) implements WebhookEvent {}

    /**
     * A client has sent an event to the others.
     *
     * @param data text, or what it was as JSON
     * @param userId in presence channels, as the server knows it
     */
    record ClientEvent(
            String channel,
            String name,
            String data,
            String socketId,
            @Nullable String userId) implements WebhookEvent {}

    /** Somebody has found a cache channel empty. */
    record CacheMiss(String channel) implements WebhookEvent {}

    /** So many connections are subscribed. */
    record SubscriptionCount(String channel, int count) implements WebhookEvent {}

    /** Of a kind that this version does not know. */
    record Other(String channel, String name, Map<String, String> fields) implements WebhookEvent {}
}
