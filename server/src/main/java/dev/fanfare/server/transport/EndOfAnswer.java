package dev.fanfare.server.transport;

/**
 * What the HTTP API writes behind the bytes of each final answer, so that the transport knows which requests are open. Never
 * reaches the wire.
 */
public enum EndOfAnswer {
    INSTANCE
}
