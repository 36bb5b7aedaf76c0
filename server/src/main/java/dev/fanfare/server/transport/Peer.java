package dev.fanfare.server.transport;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/** Who is at the other end of an HTTP connection, as far as it decides whether requests came over TLS. */
public enum Peer {
    /** Nobody in particular, without TLS. */
    PLAIN,
    /** A trusted proxy without TLS, which says of each request how it came. */
    PROXY,
    /** Anybody, over TLS. */
    TLS;

    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    /** Whether a request with these headers came over TLS. */
    public boolean isSecure(HttpHeaders headers) {
        if (this != PROXY) {
            return this == TLS;
        }
        List<String> values = headers.getAll(FORWARDED_PROTO);
        return !values.isEmpty() && namesTls(values.getLast());
    }

    /** Whether the request came over TLS. */
    public boolean isSecure(WholeRequest request) {
        return this == TLS || this == PROXY && request.forwardedOverTls();
    }

    /** @param value of the last header {@code X-Forwarded-Proto}, whose last element is the word of the nearest proxy */
    static boolean namesTls(String value) {
        String last = value.substring(value.lastIndexOf(',') + 1).strip();
        return last.equalsIgnoreCase("https") || last.equalsIgnoreCase("wss");
    }
}
