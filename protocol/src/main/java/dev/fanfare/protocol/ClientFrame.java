package dev.fanfare.protocol;

import org.jspecify.annotations.Nullable;

/** What a client may send. Channel names and signatures are text as received: nothing is checked yet but the shape. */
public sealed interface ClientFrame {
    /**
     * @param auth {@code key:signature}, empty if absent, null or empty on the wire
     * @param channelData the raw text that was signed; null if absent, null or empty on the wire
     */
    record Subscribe(String channel, String auth, @Nullable String channelData) implements ClientFrame {}

    /** {@code pusher:unsubscribe}. */
    record Unsubscribe(String channel) implements ClientFrame {}

    /** @param userData the raw text that was signed */
    record Signin(String auth, String userData) implements ClientFrame {}

    /** {@code pusher:ping}: asks for a {@code pusher:pong}. */
    record Ping() implements ClientFrame {}

    /** {@code pusher:pong}. */
    record Pong() implements ClientFrame {}

    /**
     * @param event the name, beginning with {@code client-}
     * @param data the JSON text of the data exactly as the client sent it, of whatever type
     * @param dataSize bytes of the data: of the unescaped text where it is a string, of the JSON text otherwise
     */
    record ClientEvent(String event, String channel, byte[] data, int dataSize) implements ClientFrame {}

    /** A well-formed frame whose event the protocol does not know. */
    record Unsupported(String event) implements ClientFrame {}
}
