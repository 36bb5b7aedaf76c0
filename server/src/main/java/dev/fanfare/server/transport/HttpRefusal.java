package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a request that is not served, after which its connection ends.
 *
 * @param message ASCII without quotes or backslashes; never text that a client sent
 */
record HttpRefusal(HttpResponseStatus status, String message) {
    static final HttpRefusal TIMEOUT =
            new HttpRefusal(HttpResponseStatus.REQUEST_TIMEOUT, "Request did not arrive whole in time");
    static final HttpRefusal TRUNCATED =
            new HttpRefusal(HttpResponseStatus.BAD_REQUEST, "Request ended before it was complete");

    static final HttpRefusal TOO_MANY_HANDSHAKES =
            new HttpRefusal(HttpResponseStatus.TOO_MANY_REQUESTS, "Too many requests of this address are under way");

    /** @param cause what the HTTP decoder found wrong */
    static HttpRefusal of(Throwable cause, int maxHeaderSize) {
        if (cause instanceof TooLongHttpLineException) {
            return new HttpRefusal(
                    HttpResponseStatus.REQUEST_URI_TOO_LONG,
                    "First line is too long, expected at most " + maxHeaderSize + " bytes");
        }
        if (cause instanceof TooLongFrameException) {
            return new HttpRefusal(
                    HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
                    "Headers are too large, expected at most " + maxHeaderSize + " bytes");
        }
        return new HttpRefusal(HttpResponseStatus.BAD_REQUEST, "Request is not well-formed HTTP/1.1");
    }

    /** The whole response. */
    ByteBuf response() {
        String json = "{\"error\":\"" + message + "\",\"code\":" + status.code() + "}";
        String upgrade = status.equals(HttpResponseStatus.UPGRADE_REQUIRED)
                ? "Upgrade: websocket\r\nSec-WebSocket-Version: " + Handshake.VERSION + "\r\n"
                : "";
        String retry = status.equals(HttpResponseStatus.TOO_MANY_REQUESTS) ? "Retry-After: 1\r\n" : "";
        String response = "HTTP/1.1 " + status + "\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: " + json.length() + "\r\n"
                + upgrade
                + retry
                + "Connection: close\r\n"
                + "\r\n"
                + json;
        return Unpooled.copiedBuffer(response, StandardCharsets.US_ASCII);
    }
}
