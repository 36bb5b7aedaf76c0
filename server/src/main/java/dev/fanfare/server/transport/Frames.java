package dev.fanfare.server.transport;

import dev.fanfare.protocol.CloseCode;

/** Takes what a {@link WebSocketDecoder} finds, in order. Arrays may be used again after each call. */
interface Frames {
    /** A whole message of valid UTF-8. */
    void text(byte[] bytes, int from, int to);

    /** A ping with its payload, at most 125 bytes. */
    void ping(byte[] bytes, int from, int to);

    void pong();

    /**
     * The peer's Close frame, the last frame that is read.
     *
     * @param code a code that may be on the wire, or {@link WebSocketDecoder#NO_CODE}
     */
    void closed(int code);

    /** The peer broke RFC 6455 or a limit; nothing more can be read. */
    void refused(CloseCode code);
}
