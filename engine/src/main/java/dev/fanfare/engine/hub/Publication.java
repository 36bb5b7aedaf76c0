package dev.fanfare.engine.hub;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.SocketId;
import org.jspecify.annotations.Nullable;

/**
 * One event for one channel.
 *
 * @param except the connection that does not get it, if any
 */
public record Publication(
        ChannelName channel, EventFrame event, @Nullable SocketId except) {}
