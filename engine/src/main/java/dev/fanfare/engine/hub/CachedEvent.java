package dev.fanfare.engine.hub;

import dev.fanfare.protocol.EventFrame;

/**
 * The last event of a cache channel.
 *
 * @param expiresAt nanoseconds on the node's ticker
 */
record CachedEvent(EventFrame event, long expiresAt) {
    boolean isExpired(long now) {
        return now - expiresAt >= 0;
    }
}
