package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.OverQuota;
import dev.fanfare.engine.limit.TokenBucket;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.ErrorCode;
import dev.fanfare.protocol.Excerpt;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.PresenceMember;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import org.jspecify.annotations.Nullable;

/** Relaying what one client sends to the other subscribers of a channel. Source: protocol section 3. */
final class ClientEvents {
    private ClientEvents() {}

    static void relay(Subscriber sender, ClientFrame.ClientEvent event) throws ProtocolException {
        App app = sender.app.app();
        if (!app.features().clientEvents()) {
            throw new ProtocolException(
                    "To send client events, you must enable this feature: client-events of the app is off");
        }
        Subscription subscription = sender.subscriptions.find(event.channel());
        if (subscription == null || !subscription.isActive()) {
            throw new ProtocolException("Cannot broadcast client event (connection not subscribed to channel "
                    + Excerpt.of(event.channel()) + ")");
        }
        if (!subscription.channel.name.type().acceptsClientEvents()) {
            throw new ProtocolException(
                    "Client events are for private and presence channels, not for " + subscription.channel.name);
        }
        checkSize(event, app.limits());
        if (sender.app.hub.isOverQuota()) {
            throw new ProtocolException(OverQuota.message(app));
        }
        if (!mayEmit(sender, app.limits())) {
            sender.send(FrameWriter.error(
                    ErrorCode.CLIENT_EVENT_RATE,
                    "Too many client events, at most " + app.limits().clientEventsPerSecond()
                            + " in a second for a connection"));
            return;
        }
        relay(sender, subscription, event);
    }

    private static void relay(Subscriber sender, Subscription subscription, ClientFrame.ClientEvent event) {
        PresenceMember member = subscription.member;
        String userId = member == null ? null : member.userId();
        byte[] frame = FrameWriter.clientEvent(event, userId);
        Hub hub = sender.app.hub;
        ChannelName name = subscription.channel.name;
        String channel = name.value();
        SocketId id = sender.socketId();
        AppShard home = hub.homeOf(channel);
        sender.app.clientEvents.add(1);
        home.shard.run(() -> {
            deliver(home, channel, frame, id);
            hub.listener().clientEvent(hub.app(), name, event, id, userId);
        });
        hub.relay().clientEvent(hub.app().id(), channel, frame, id);
    }

    /** On the channel's home loop. */
    static void deliver(AppShard home, String channel, byte[] frame, @Nullable SocketId except) {
        HomeChannel state = home.homeIfAny(channel);
        if (state != null) {
            state.broadcast(frame, except, null);
        }
    }

    private static void checkSize(ClientFrame.ClientEvent event, AppLimits limits) throws ProtocolException {
        if (event.event().length() > limits.eventNameLength()) {
            throw new ProtocolException("The name of this event has "
                    + event.event().length() + " characters, at most " + limits.eventNameLength() + " are allowed");
        }
        if (event.dataSize() > limits.eventDataSize()) {
            throw new ProtocolException("The data content of this event exceeds the allowed maximum ("
                    + limits.eventDataSize() + " bytes)");
        }
    }

    private static boolean mayEmit(Subscriber sender, AppLimits limits) {
        if (limits.clientEventsPerSecond() == AppLimits.UNLIMITED) {
            return true;
        }
        long now = sender.app.shard.liveness.now();
        TokenBucket bucket = sender.clientEvents;
        if (bucket == null) {
            bucket = new TokenBucket(limits.clientEventsPerSecond(), now);
            sender.clientEvents = bucket;
        }
        return bucket.tryTake(now);
    }
}
