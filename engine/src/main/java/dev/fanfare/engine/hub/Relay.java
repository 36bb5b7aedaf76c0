package dev.fanfare.engine.hub;

import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.SocketId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hands what happens on this node to the other nodes. Called on event loops; never blocks. */
public interface Relay {
    void published(String appId, String channel, EventFrame event, @Nullable SocketId except);

    void clientEvent(String appId, String channel, byte[] frame, SocketId sender);

    void userTerminated(String appId, String userId);

    void connectionsTerminated(String appId, Set<SocketId> socketIds, CloseCode code);
}
