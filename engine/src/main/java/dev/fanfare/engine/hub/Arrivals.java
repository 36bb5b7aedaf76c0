package dev.fanfare.engine.hub;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.FrameWriter;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Takes new connections of one loop in, or refuses them. Owned by the loop. */
final class Arrivals {
    private final HubShard shard;
    private final SocketIds ids;

    Arrivals(HubShard shard, RandomGenerator random) {
        this.shard = shard;
        ids = new SocketIds(random);
    }

    Subscriber admit(Hub hub, ConnectionRequest request, Connection connection) {
        CloseCode refusal = Admission.refusalOfApp(hub.app(), request);
        if (refusal != null) {
            return refuse(hub, connection, refusal);
        }
        Subscriber subscriber = register(hub, connection);
        if (Admission.enter(subscriber)) {
            subscriber.send(FrameWriter.connectionEstablished(
                    subscriber.socketId(), hub.app().activityTimeoutSeconds()));
        }
        return subscriber;
    }

    /** Until its close is through, a connection that was refused is a subscriber like others. */
    Subscriber refuse(Hub hub, Connection connection, CloseCode code) {
        Subscriber subscriber = register(hub, connection);
        subscriber.refuse(code);
        return subscriber;
    }

    /** Why a connection is refused whatever its app, or null. */
    static @Nullable CloseCode refusal(ConnectionRequest request, boolean accepting) {
        if (!accepting) {
            return CloseCode.OVER_CAPACITY;
        }
        if (request.appKey() == null) {
            return CloseCode.PATH_NOT_FOUND;
        }
        return Admission.refusalOfProtocol(request.protocol());
    }

    private Subscriber register(Hub hub, Connection connection) {
        Subscriber subscriber = new Subscriber(hub.shard(shard.index), connection, ids.next(), ids.next());
        shard.liveness.add(subscriber);
        return subscriber;
    }
}
