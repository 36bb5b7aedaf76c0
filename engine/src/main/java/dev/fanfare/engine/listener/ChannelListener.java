package dev.fanfare.engine.listener;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.SocketId;
import org.jspecify.annotations.Nullable;

/**
 * Is told what happens to the channels of a node, for webhooks and the like. Every method is called on the home loop of the
 * channel, in the order in which it happens to that channel, and at once: what settles by itself (somebody who is back within a
 * second) is for the listener to leave out. Must return without blocking, and must not throw.
 */
public interface ChannelListener {
    /** Wants to know nothing. */
    ChannelListener NONE = new ChannelListener() {};

    /** The channel has its first subscriber. */
    default void occupied(App app, ChannelName channel) {}

    /** The channel has lost its last subscriber. */
    default void vacated(App app, ChannelName channel) {}

    /** A user is in a presence channel with the first of its connections. */
    default void memberAdded(App app, ChannelName channel, String userId) {}

    /** A user has left a presence channel with the last of its connections. */
    default void memberRemoved(App app, ChannelName channel, String userId) {}

    /**
     * A client of this node has sent an event.
     *
     * @param userId who the sender is in a presence channel, null in others
     */
    default void clientEvent(
            App app, ChannelName channel, ClientFrame.ClientEvent event, SocketId sender, @Nullable String userId) {}

    /** Somebody subscribed to a cache channel that holds no event. */
    default void cacheMissed(App app, ChannelName channel) {}

    /**
     * The number of subscriptions has changed. As often as subscribers are told: at every change while they are few, at
     * intervals while they are many, and not of presence channels. Only where the app has {@code subscriptionCount} on.
     */
    default void subscriptionCountChanged(App app, ChannelName channel, int count) {}
}
