package dev.fanfare.server.transport;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;

/**
 * Who is at the other end of an HTTP connection, as far as it decides what requests on it may do.
 *
 * @param onLoopback whether it is a process of this machine, which may speak for somebody else
 */
public record Peer(Kind kind, boolean onLoopback) {
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";
    private static final List<String> FORWARDED = List.of("X-Forwarded-For", "Forwarded", "X-Real-IP");

    /** How the peer came, and what it is believed. */
    public enum Kind {
        /** Nobody in particular, without TLS. */
        PLAIN,
        /** A trusted proxy without TLS, which says of each request how it came. */
        PROXY,
        /** Anybody, over TLS. */
        TLS
    }

    /** Whether a request with these headers came over TLS. */
    public boolean isSecure(HttpHeaders headers) {
        if (kind != Kind.PROXY) {
            return kind == Kind.TLS;
        }
        List<String> values = headers.getAll(FORWARDED_PROTO);
        return !values.isEmpty() && namesTls(values.getLast());
    }

    /** Whether the request came over TLS. */
    public boolean isSecure(WholeRequest request) {
        return kind == Kind.TLS || kind == Kind.PROXY && request.forwardedOverTls();
    }

    /** Whether a request with these headers comes from this machine, and not through a proxy on it. */
    public boolean isLocal(HttpHeaders headers) {
        if (!onLoopback) {
            return false;
        }
        for (String name : FORWARDED) {
            if (headers.contains(name)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the request comes from this machine, and not through a proxy on it. */
    public boolean isLocal(WholeRequest request) {
        return onLoopback && !request.forwarded();
    }

    /** @param value of the last header {@code X-Forwarded-Proto}, whose last element is the word of the nearest proxy */
    static boolean namesTls(String value) {
        String last = value.substring(value.lastIndexOf(',') + 1).strip();
        return last.equalsIgnoreCase("https") || last.equalsIgnoreCase("wss");
    }
}
