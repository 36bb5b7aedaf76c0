package dev.fanfare.engine.connection;

import dev.fanfare.protocol.CloseCode;

/**
 * One live connection, as the engine sees it: somewhere to send to. Implemented by the transport. Every method is called on
 * the loop that owns the connection and returns without blocking and <strong>without calling back into the engine</strong>:
 * what it finds out (the peer is gone, it reads too slowly) is reported by a later task on the same loop.
 */
public interface Connection {
    /**
     * Sends the slices in order, with one system call where the peer takes them. What the peer does not take is copied and
     * kept, up to the connection's byte budget; past it the connection is closed with
     * {@link CloseCode#SLOW_CONSUMER}. Does nothing once the connection is closing.
     */
    void write(Slices slices);

    /** Asks the peer for a sign of life, with a WebSocket ping frame where there is one. */
    void ping();

    /** Sends a Close frame behind everything written so far, then ends the connection. Only the first call counts. */
    void close(CloseCode code);
}
