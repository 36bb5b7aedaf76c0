package dev.fanfare.server.api;

import dev.fanfare.server.transport.Peer;
import dev.fanfare.server.transport.WholeRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Who sent a request, as far as its answer depends on it.
 *
 * @param secure whether the request came over TLS
 * @param local whether it comes from this machine, and not through a proxy on it
 * @param authorization the header of that name
 * @param requestId what the client calls the request
 */
record Caller(
        boolean secure,
        boolean local,
        @Nullable String authorization,
        @Nullable String requestId) {
    /** Nobody who may do anything in particular. */
    static final Caller ANYBODY = new Caller(false, false, null, null);

    private static final String REQUEST_ID = "X-Request-Id";
    private static final int MAX_REQUEST_ID = 128;
    private static final Caller SECURE = new Caller(true, false, null, null);
    private static final Caller LOCAL = new Caller(false, true, null, null);

    static Caller of(Peer peer, WholeRequest request) {
        boolean secure = peer.isSecure(request);
        boolean local = peer.isLocal(request);
        String id = usable(request.requestId());
        if (id != null || secure && local) {
            return new Caller(secure, local, null, id);
        }
        return secure ? SECURE : local ? LOCAL : ANYBODY;
    }

    static Caller of(Peer peer, HttpHeaders headers) {
        return new Caller(
                peer.isSecure(headers),
                peer.isLocal(headers),
                headers.get(HttpHeaderNames.AUTHORIZATION),
                usable(headers.get(REQUEST_ID)));
    }

    /** The id, unless it could do harm in a header or a log. */
    private static @Nullable String usable(@Nullable String id) {
        if (id == null || id.isEmpty() || id.length() > MAX_REQUEST_ID) {
            return null;
        }
        return id.chars().allMatch(c -> c > ' ' && c < 0x7f) ? id : null;
    }
}
