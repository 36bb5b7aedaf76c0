package dev.fanfare.sdk;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.Excerpt;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.sdk.RealtimeException.Kind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What can be known to be wrong before anything is sent. For providers. */
public final class Checked {
    private Checked() {}

    /** @throws RealtimeException if it is none */
    public static ChannelName channel(String name) {
        try {
            return ChannelName.parse(name, ProtocolLimits.CHANNEL_NAME_LENGTH_MAX);
        } catch (ProtocolException e) {
            throw new RealtimeException(Kind.INVALID_CHANNEL, 0, e.getMessage(), e);
        }
    }

    /** @throws RealtimeException if it is none */
    public static SocketId socketId(String text) {
        try {
            return SocketId.parse(text);
        } catch (ProtocolException e) {
            throw new RealtimeException(Kind.REFUSED, 0, e.getMessage(), e);
        }
    }

    /** @throws RealtimeException if it is empty or too long */
    public static String userId(String id) {
        if (id.isEmpty() || id.length() > ProtocolLimits.USER_ID_LENGTH) {
            throw new RealtimeException(
                    Kind.REFUSED,
                    "User id has " + id.length() + " characters, expected 1 to " + ProtocolLimits.USER_ID_LENGTH);
        }
        return id;
    }

    /**
     * The channel of a user.
     *
     * @throws RealtimeException if the id cannot be part of a channel's name
     */
    public static ChannelName userChannel(String userId) {
        return channel("#server-to-user-" + userId(userId));
    }

    /**
     * The text of an event's data.
     *
     * @throws RealtimeException if anything about the event is wrong
     */
    public static String event(OutboundEvent event, int maxDataSize) {
        int channels = event.channels().size();
        if (channels < 1 || channels > ProtocolLimits.CHANNELS_PER_PUBLISH) {
            throw new RealtimeException(
                    Kind.REFUSED,
                    "Event has " + channels + " channels, expected 1 to " + ProtocolLimits.CHANNELS_PER_PUBLISH);
        }
        event.channels().forEach(Checked::channel);
        checkName(event.name());
        checkSocketId(event.exceptSocketId());
        String text = Payload.text(event.data());
        size(event.name(), text, maxDataSize);
        return text;
    }

    /** @throws RealtimeException if data as they will be sent are too large */
    static void size(String eventName, String data, int maxDataSize) {
        int size = data.getBytes(StandardCharsets.UTF_8).length;
        if (size > maxDataSize) {
            throw new RealtimeException(
                    Kind.TOO_LARGE,
                    "Data of event " + Excerpt.of(eventName) + " have " + size + " bytes, expected at most "
                            + maxDataSize);
        }
    }

    private static void checkName(String name) {
        if (name.isEmpty() || name.length() > ProtocolLimits.EVENT_NAME_LENGTH) {
            throw new RealtimeException(
                    Kind.REFUSED,
                    "Event name has " + name.length() + " characters, expected 1 to "
                            + ProtocolLimits.EVENT_NAME_LENGTH);
        }
    }

    private static void checkSocketId(@Nullable String socketId) {
        if (socketId != null) {
            socketId(socketId);
        }
    }
}
