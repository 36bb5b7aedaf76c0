package dev.fanfare.server.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;

/** Whether a connection outlives an answer. Source: RFC 9112 section 9.3. */
enum Persistence {
    /** It does, and the version of HTTP says so. */
    IMPLIED,
    /** It does, because an HTTP/1.0 client asked for it. */
    KEEP_ALIVE,
    CLOSE;

    static Persistence of(HttpRequest request) {
        HttpHeaders headers = request.headers();
        boolean byDefault = request.protocolVersion().isKeepAliveDefault();
        if (!headers.contains(HttpHeaderNames.CONNECTION)) {
            return byDefault ? IMPLIED : CLOSE;
        }
        if (headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE, true)) {
            return CLOSE;
        }
        if (byDefault) {
            return IMPLIED;
        }
        return headers.containsValue(HttpHeaderNames.CONNECTION, HttpHeaderValues.KEEP_ALIVE, true)
                ? KEEP_ALIVE
                : CLOSE;
    }
}
