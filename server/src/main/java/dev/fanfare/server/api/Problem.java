package dev.fanfare.server.api;

import org.jspecify.annotations.Nullable;

/**
 * Why a request is refused, as the client is told. Carries no stack trace: a bad request is an everyday event and must
 * stay cheap.
 */
final class Problem extends Exception {
    private final int status;
    private final @Nullable String allow;

    private Problem(int status, String message, @Nullable String allow) {
        super(message, null, false, false);
        this.status = status;
        this.allow = allow;
    }

    Problem(int status, String message) {
        this(status, message, null);
    }

    static Problem badRequest(String message) {
        return new Problem(400, message);
    }

    static Problem unauthorized(String message) {
        return new Problem(401, message);
    }

    /** @param allow the method that the route has */
    static Problem methodNotAllowed(String method, String allow) {
        return new Problem(405, "Method " + Excerpt.of(method) + " is not allowed here, expected " + allow, allow);
    }

    Response response() {
        JsonText json = new JsonText();
        json.raw("{\"error\":").string(String.valueOf(getMessage()));
        json.raw(",\"code\":").number(status).raw("}");
        return allow == null ? Response.json(status, json) : Response.json(status, json, "Allow: " + allow + "\r\n");
    }

    static Problem bodyTooLarge(int maxBodySize) {
        return new Problem(413, "Body is too large, expected at most " + maxBodySize + " bytes");
    }
}
