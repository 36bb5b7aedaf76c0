package dev.fanfare.engine.hub;

import org.jspecify.annotations.Nullable;

/**
 * What a channel looked like when its home loop was asked.
 *
 * @param subscriptions connections subscribed to it
 * @param users distinct members of a presence channel, 0 for others
 * @param cached the last event of a cache channel, null if there is none
 */
public record ChannelState(
        int subscriptions, int users, @Nullable Cached cached) {
    public static final ChannelState VACANT = new ChannelState(0, 0, null);

    /**
     * @param data the event's data
     * @param ttlSeconds whole seconds until it expires
     */
    public record Cached(String data, long ttlSeconds) {}

    public boolean occupied() {
        return subscriptions > 0;
    }
}
