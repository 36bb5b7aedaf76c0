package dev.fanfare.protocol;

/**
 * Why the server closes a connection. A code is chosen by its cause; what the client does follows from its range
 * ({@link #advice()}). Source: Pusher Channels protocol, section "Error codes"; RFC 6455 section 7.4 below 4000.
 */
public enum CloseCode {
    NORMAL(1000, "Normal closure"),
    PROTOCOL_ERROR(1002, "WebSocket protocol error"),
    UNSUPPORTED_DATA(1003, "Binary frames are not supported"),
    INVALID_UTF8(1007, "Text is not valid UTF-8"),
    TOO_LARGE(1009, "Message is too large"),
    INTERNAL_ERROR(1011, "Internal server error"),
    TLS_REQUIRED(4000, "Application only accepts TLS connections, reconnect with wss"),
    UNKNOWN_APP(4001, "Application does not exist"),
    APP_DISABLED(4003, "Application is disabled"),
    CONNECTION_QUOTA(4004, "Application is over its connection quota"),
    PATH_NOT_FOUND(4005, "Path not found, expected /app/{key}"),
    INVALID_VERSION(4006, "Invalid protocol version, expected a number"),
    UNSUPPORTED_VERSION(4007, "Unsupported protocol version, this server speaks 4 to 7"),
    UNAUTHORIZED_IN_TIME(4009, "Connection not authorized within timeout"),
    ORIGIN_NOT_ALLOWED(4009, "Origin not allowed"),
    TERMINATED(4009, "Connection terminated by the application"),
    OVER_CAPACITY(4100, "Server is over capacity"),
    SLOW_CONSUMER(4100, "Connection reads too slowly"),
    SHUTTING_DOWN(4200, "Please reconnect immediately"),
    RIGHTS_CHANGED(4200, "Rights have changed, please reconnect"),
    PONG_TIMEOUT(4201, "Pong not received");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    /** The number in the Close frame, 1000 to 4299. */
    public int code() {
        return code;
    }

    /** The text in the Close frame, at most 123 bytes of UTF-8. */
    public String reason() {
        return reason;
    }

    /** What a client of the protocol does after this code. */
    public ReconnectAdvice advice() {
        return ReconnectAdvice.of(code);
    }
}
