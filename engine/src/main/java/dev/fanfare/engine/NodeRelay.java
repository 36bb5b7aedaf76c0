package dev.fanfare.engine;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.broker.Broker;
import dev.fanfare.engine.broker.BrokerListener;
import dev.fanfare.engine.broker.Envelope;
import dev.fanfare.engine.broker.NodeId;
import dev.fanfare.engine.hub.Publishing;
import dev.fanfare.engine.hub.Relay;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.protocol.SocketId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates between what happens on this node and the envelopes of the broker. */
final class NodeRelay implements Relay {
    private final NodeId id;
    private final Broker broker;

    NodeRelay(NodeId id, Broker broker) {
        this.id = id;
        this.broker = broker;
    }

    @Override
    public void published(String appId, String channel, EventFrame event, @Nullable SocketId except) {
        broker.publish(new Envelope.Published(id, appId, channel, event, except));
    }

    @Override
    public void clientEvent(String appId, String channel, byte[] frame, SocketId sender) {
        broker.publish(new Envelope.ClientEvent(id, appId, channel, frame, sender));
    }

    @Override
    public void userTerminated(String appId, String userId) {
        broker.publish(new Envelope.UserTerminated(id, appId, userId));
    }

    @Override
    public void connectionsTerminated(String appId, Set<SocketId> socketIds, CloseCode code) {
        broker.publish(new Envelope.ConnectionsTerminated(id, appId, socketIds, code));
    }

    static BrokerListener listener(Publishing publishing, Apps apps) {
        return envelope -> {
            switch (envelope) {
                case Envelope.Published event ->
                    publishing.received(event.appId(), name(event.channel()), event.event(), event.except());
                case Envelope.ClientEvent event ->
                    publishing.received(event.appId(), event.channel(), event.frame(), event.sender());
                case Envelope.UserTerminated user -> {
                    App app = apps.byId(user.appId());
                    if (app != null) {
                        publishing.terminate(app, user.userId(), () -> {});
                    }
                }
                case Envelope.ConnectionsTerminated some -> {
                    App app = apps.byId(some.appId());
                    if (app != null) {
                        publishing.terminate(app, some.socketIds(), some.code(), () -> {});
                    }
                }
            }
        };
    }

    private static ChannelName name(String channel) {
        try {
            return ChannelName.parse(channel, ProtocolLimits.CHANNEL_NAME_LENGTH_MAX);
        } catch (ProtocolException e) {
            throw new IllegalArgumentException("A node sent an event for an invalid channel", e);
        }
    }
}
