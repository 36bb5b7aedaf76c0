package dev.fanfare.server.api;

/**
 * Why a request is refused, as the client is told. Carries no stack trace: a bad request is an everyday event and must
 * stay cheap.
 */
final class Problem extends Exception {
    private final int status;
    /** Whole lines. */
    private final String headers;

    private Problem(int status, String message, String headers) {
        super(message, null, false, false);
        this.status = status;
        this.headers = headers;
    }

    Problem(int status, String message) {
        this(status, message, "");
    }

    static Problem badRequest(String message) {
        return new Problem(400, message);
    }

    static Problem unauthorized(String message) {
        return new Problem(401, message);
    }

    /** A wrong or missing token. Source: RFC 6750 section 3. */
    static Problem unauthenticated(String message) {
        return new Problem(401, message, "WWW-Authenticate: Bearer\r\n");
    }

    /** @param allow the method that the route has */
    static Problem methodNotAllowed(String method, String allow) {
        return new Problem(
                405,
                "Method " + Excerpt.of(method) + " is not allowed here, expected " + allow,
                "Allow: " + allow + "\r\n");
    }

    Response response() {
        JsonText json = new JsonText();
        json.raw("{\"error\":").string(String.valueOf(getMessage()));
        json.raw(",\"code\":").number(status).raw("}");
        return Response.json(status, json, headers);
    }

    static Problem bodyTooLarge(int maxBodySize) {
        return new Problem(413, "Body is too large, expected at most " + maxBodySize + " bytes");
    }
}
