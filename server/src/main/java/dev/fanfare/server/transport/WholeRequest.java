package dev.fanfare.server.transport;

import org.jspecify.annotations.Nullable;

/**
 * A request of HTTP/1.1 that arrived in one piece, leaves the connection open and asks for nothing special. Nearly all
 * requests to the HTTP API are; the others come as the objects of Netty's decoder.
 *
 * @param method {@code GET} or {@code POST}
 * @param target the target of the request line, one character for each byte
 * @param forwardedOverTls whether {@code X-Forwarded-Proto} says so, which has to be believed of a trusted proxy only
 * @param forwarded whether a proxy says for whom it speaks
 * @param requestId the value of {@code X-Request-Id}, or null
 * @param body empty if there is none
 */
public record WholeRequest(
        String method,
        String target,
        boolean forwardedOverTls,
        boolean forwarded,
        @Nullable String requestId,
        byte[] body) {}
