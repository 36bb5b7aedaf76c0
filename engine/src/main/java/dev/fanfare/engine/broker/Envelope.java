package dev.fanfare.engine.broker;

import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.SocketId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What travels between nodes: plain values, no secrets, no live objects. */
public sealed interface Envelope {
    /** The node that sent it. */
    NodeId origin();

    /** The app it concerns. */
    String appId();

    /**
     * An event that the HTTP API accepted.
     *
     * @param except the connection that does not get it, on whichever node it is
     */
    record Published(
            NodeId origin,
            String appId,
            String channel,
            EventFrame event,
            @Nullable SocketId except) implements Envelope {}

    /** An event that a client sent; never kept by cache channels. */
    record ClientEvent(NodeId origin, String appId, String channel, byte[] frame, SocketId sender)
            implements Envelope {}

    /** Every connection of the user is to be closed. */
    record UserTerminated(NodeId origin, String appId, String userId) implements Envelope {}

    /** These connections are to be closed. */
    record ConnectionsTerminated(NodeId origin, String appId, Set<SocketId> socketIds, CloseCode code)
            implements Envelope {}
}
