package dev.fanfare.engine.connection;

/**
 * What a transport reports of a connection: the engine's end of it. Implemented by the engine; the transport calls every
 * method on the connection's loop, and none of them from inside a call to its {@link Connection}.
 */
public interface Receiver {
    /** Any inbound frame, of whatever kind, arrived: the peer lives. */
    void seen();

    /**
     * A text message arrived.
     *
     * @param text UTF-8, already validated; may be used again after the call
     */
    void received(byte[] text, int from, int to);

    /** Nothing more comes or goes, for whatever reason. Called exactly once, and nothing after it. */
    void closed();
}
