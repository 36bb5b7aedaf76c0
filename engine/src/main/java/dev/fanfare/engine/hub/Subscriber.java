package dev.fanfare.engine.hub;

import dev.fanfare.protocol.SocketId;

/**
 * A connection's state in the engine: its subscriptions, its user, what it still has to be sent in this turn. Owned by the
 * connection's loop; the transport calls every method there.
 */
public final class Subscriber {
    public SocketId socketId() {
        throw new UnsupportedOperationException();
    }

    /** Any inbound frame, of whatever kind, arrived: the peer lives. */
    public void seen() {
        throw new UnsupportedOperationException();
    }

    /**
     * A text message arrived.
     *
     * @param text UTF-8, already validated; may be used again after the call
     */
    public void received(byte[] text, int from, int to) {
        throw new UnsupportedOperationException();
    }

    /** The connection is gone, for whatever reason. Called exactly once. */
    public void closed() {
        throw new UnsupportedOperationException();
    }
}
