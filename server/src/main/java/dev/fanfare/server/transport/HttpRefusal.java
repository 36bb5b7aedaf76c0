package dev.fanfare.server.transport;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a request that is not served, after which its connection ends.
 *
 * @param message without quotes or backslashes; never text that a client sent
 */
record HttpRefusal(HttpResponseStatus status, String message) {
    static final HttpRefusal TIMEOUT =
            new HttpRefusal(HttpResponseStatus.REQUEST_TIMEOUT, "Request did not arrive whole in time");
    static final HttpRefusal TRUNCATED =
            new HttpRefusal(HttpResponseStatus.BAD_REQUEST, "Request ended before it was complete");

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

    FullHttpResponse response() {
        String json = "{\"error\":\"" + message + "\",\"code\":" + status.code() + "}";
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(json, StandardCharsets.UTF_8));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        if (status.equals(HttpResponseStatus.UPGRADE_REQUIRED)) {
            response.headers()
                    .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET)
                    .set(HttpHeaderNames.SEC_WEBSOCKET_VERSION, Handshake.VERSION);
        }
        return response;
    }
}
