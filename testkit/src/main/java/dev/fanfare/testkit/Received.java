package dev.fanfare.testkit;

/** What can arrive on a WebSocket. */
public sealed interface Received {
    /** A text message that is JSON. */
    record Text(ReceivedFrame frame) implements Received {}

    /** A WebSocket ping; {@link TestClient} has answered it already, unless told not to. */
    record Ping(String payload) implements Received {}

    /** A WebSocket pong. */
    record Pong(String payload) implements Received {}

    /** @param code 1005 if the frame holds none */
    record Close(int code, String reason) implements Received {}

    /** The end of the TCP connection; the last thing that arrives. */
    record End(String cause) implements Received {}
}
