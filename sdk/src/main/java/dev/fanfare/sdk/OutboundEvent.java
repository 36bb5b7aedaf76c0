package dev.fanfare.sdk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one or more channels.
 *
 * @param channels 1 to 100
 * @param name its name on the wire
 * @param data any JSON value, as {@link IRealtimeService#trigger}
 * @param exceptSocketId the connection that is not to get it, as its client says it is called; null for none
 * @param info what to tell of the channels in return
 * @param exact whether the data go out as they are, also through an outbox, which otherwise puts an id into them
 */
public record OutboundEvent(
        List<String> channels,
        String name,
        @Nullable Object data,
        @Nullable String exceptSocketId,
        Set<ChannelInfo.Attribute> info,
        boolean exact) {
    public OutboundEvent {
        channels = List.copyOf(channels);
        info = Set.copyOf(info);
    }

    public static OutboundEvent of(String channel, String name, @Nullable Object data) {
        return new OutboundEvent(List.of(channel), name, data, null, Set.of(), false);
    }

    public static OutboundEvent of(List<String> channels, String name, @Nullable Object data) {
        return new OutboundEvent(channels, name, data, null, Set.of(), false);
    }

    /** The same for everybody but one connection, usually that of the user whose doing it is. */
    public OutboundEvent except(@Nullable String socketId) {
        return new OutboundEvent(channels, name, data, socketId, info, exact);
    }

    /** The same, asking what its channels hold. */
    public OutboundEvent asking(ChannelInfo.Attribute first, ChannelInfo.Attribute... more) {
        return new OutboundEvent(channels, name, data, exceptSocketId, EnumSet.of(first, more), exact);
    }

    /** The same, with data that nobody adds anything to. */
    public OutboundEvent exactly() {
        return new OutboundEvent(channels, name, data, exceptSocketId, info, true);
    }
}
