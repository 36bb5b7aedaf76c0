package dev.fanfare.platform.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** What is wrong about a request, told to whoever made it. */
public final class Problem extends RuntimeException {
    private final HttpStatus status;
    private final String code;
    private final transient @Nullable Duration retryAfter;
    private final transient Map<String, Object> details;

    private Problem(HttpStatus status, String code, String message, @Nullable Duration retryAfter) {
        this(status, code, message, retryAfter, Map.of());
    }

    private Problem(
            HttpStatus status,
            String code,
            String message,
            @Nullable Duration retryAfter,
            Map<String, Object> details) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
        this.details = details;
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

    /** 403 with a code of its own: nobody may, as things are. */
    public static Problem forbidden(String code, String message) {
        return new Problem(HttpStatus.FORBIDDEN, code, message, null);
    }

    /** 404: there is none, or it is not for whoever asks, who so learns nothing of it. */
    public static Problem notFound() {
        return new Problem(HttpStatus.NOT_FOUND, "not_found", "Not found", null);
    }

    /**
     * 409: it could be done if things stood otherwise.
     *
     * @param details what a program needs to go on, under names of their own in the answer
     */
    public static Problem conflict(String code, String message, Map<String, Object> details) {
        return new Problem(HttpStatus.CONFLICT, code, message, null, details);
    }

    /** 412: somebody else has changed it since. */
    public static Problem stale() {
        return stale(Map.of());
    }

    /** The same with what it is now, under names of their own in the answer. */
    public static Problem stale(Map<String, Object> details) {
        return new Problem(
                HttpStatus.PRECONDITION_FAILED, "stale", "Somebody has changed it since it was read", null, details);
    }

    /** 413: more than anybody needs. */
    static Problem tooLarge(long mostBytes) {
        return new Problem(HttpStatus.CONTENT_TOO_LARGE, "too_large", "Request is over " + mostBytes + " bytes", null);
    }

    /** What can be said of a status alone: its code is the status in words. */
    static Problem of(HttpStatusCode code) {
        HttpStatus known = HttpStatus.resolve(code.value());
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        return switch (status) {
            case BAD_REQUEST -> malformed("malformed", "Malformed request");
            case UNAUTHORIZED -> unauthenticated();
            case FORBIDDEN -> forbidden("Access denied");
            case NOT_FOUND -> notFound();
            default ->
                new Problem(
                        status,
                        status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '_'),
                        status.getReasonPhrase(),
                        null);
        };
    }

    /** 503: something that this needs is away. */
    public static Problem unavailable(String code, String message) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, message, null);
    }

    /** 429: not yet. */
    public static Problem tooMany(Duration retryAfter) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, "too_many", "Too many requests", retryAfter);
    }

    /** Others hold for longer than anybody waits what the request needs. */
    static Problem busy() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Others are changing the same just now; try again",
                Duration.ofSeconds(1));
    }

    public HttpStatus status() {
        return status;
    }

    /** For programs: stays the same when the message changes. */
    public String code() {
        return code;
    }

    /** As RFC 9457 has it, with a {@code code} for programs and, for older clients, an {@code error}. */
    ProblemDetail body() {
        String message = String.valueOf(getMessage());
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, message);
        body.setProperty("code", code);
        body.setProperty("error", message);
        details.forEach(body::setProperty);
        return body;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
