package dev.fanfare.sdk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * All that a back end does with its clients. Made once for an app and shared: it is safe to use from several threads. What goes
 * wrong ends a stage with a {@link RealtimeException}; what is wrong about arguments is found before anything is sent.
 */
public interface RealtimeService extends IRealtimeService, AutoCloseable {
    @Override
    default CompletionStage<Void> trigger(String channel, String eventName, @Nullable Object data) {
        return publish(OutboundEvent.of(channel, eventName, data)).thenApply(info -> null);
    }

    /** @return what was asked of the channels, by their names; empty if nothing was */
    CompletionStage<Map<String, ChannelInfo>> publish(OutboundEvent event);

    /**
     * Publishes events in their order, ten with each request. If a request is refused, its events are sent one by one, so that
     * one that is wrong spoils no other.
     *
     * @return ends when all have been sent; with the first failure, if there was one
     */
    CompletionStage<Void> triggerBatch(List<OutboundEvent> events);

    /**
     * Publishes events as {@link #triggerBatch} does, and says of each what has become of it. One that is wrong keeps no other from
     * being sent.
     *
     * @return for each event a stage that ends when all its channels have it
     */
    List<CompletionStage<Void>> publishEach(List<OutboundEvent> events);

    /** Publishes to all connections that are signed in as the user. */
    default CompletionStage<Void> sendToUser(String userId, String eventName, @Nullable Object data) {
        try {
            return trigger(Checked.userChannel(userId).value(), eventName, data);
        } catch (RealtimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Closes all connections that are signed in as the user. */
    CompletionStage<Void> terminateConnections(String userId);

    /** The occupied channels whose names begin with the prefix; {@code USER_COUNT} only with {@code presence-}. */
    CompletionStage<Map<String, ChannelInfo>> channels(String prefix, Set<ChannelInfo.Attribute> info);

    /** One channel, occupied or not. */
    CompletionStage<ChannelInfo> channel(String name, Set<ChannelInfo.Attribute> info);

    /** The ids of the users in a presence channel. */
    CompletionStage<List<String>> members(String presenceChannel);

    /**
     * Signs that a connection may subscribe. Sends nothing. Whether it may is for the caller to know.
     *
     * @param member who it is, for presence channels; null for others
     * @return JSON, the answer of an authorization endpoint
     * @throws RealtimeException if the channel needs no authorization, or the member is missing
     */
    String authorizeChannel(String socketId, String channel, @Nullable Member member);

    /**
     * Signs who the user of a connection is. Sends nothing.
     *
     * @return JSON, the answer of a user authentication endpoint
     */
    String authenticateUser(String socketId, SignedInUser user);

    /**
     * Checks that a webhook comes from this app's server.
     *
     * @param key the header {@code X-Pusher-Key}
     * @param signature the header {@code X-Pusher-Signature}
     * @param body as it came
     */
    boolean isValidWebhook(@Nullable String key, @Nullable String signature, byte[] body);

    /** The same service, telling somebody what it does. */
    default RealtimeService observedBy(RealtimeObserver observer) {
        return new ObservedRealtimeService(this, observer);
    }

    /**
     * The service itself, for what only one kind of it can do.
     *
     * @throws IllegalArgumentException if it is of another type
     */
    default <T> T unwrap(Class<T> type) {
        if (!type.isInstance(this)) {
            throw new IllegalArgumentException("Service is a " + getClass().getName() + ", no " + type.getName());
        }
        return type.cast(this);
    }

    /** The same service for code that may wait. */
    default BlockingRealtime blocking() {
        return new BlockingRealtime(this);
    }

    /** Lets go of what it holds. Events that are under way may be lost. */
    @Override
    void close();
}
