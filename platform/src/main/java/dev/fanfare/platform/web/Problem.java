package dev.fanfare.platform.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is wrong about a request, told to whoever made it. */
public final class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final transient @Nullable Duration retryAfter;

    private Problem(HttpStatus status, String code, String message, @Nullable Duration retryAfter) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /** 400: the request makes no sense. */
    public static Problem malformed(String code, String message) {
        return new Problem(HttpStatus.BAD_REQUEST, code, message, null);
    }

    /** 401: nobody is signed in. */
    public static Problem unauthenticated() {
        return new Problem(HttpStatus.UNAUTHORIZED, "unauthenticated", "Unauthorized", null);
    }

    /** 403: somebody else may. */
    public static Problem forbidden(String message) {
        return new Problem(HttpStatus.FORBIDDEN, "forbidden", message, null);
    }

    /** 429: not yet. */
    public static Problem tooMany(Duration retryAfter) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too_many", "Too many requests", retryAfter);
    }

    public HttpStatus status() {
        return status;
    }

    /** For programs: stays the same when the message changes. */
    public String code() {
        return code;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
