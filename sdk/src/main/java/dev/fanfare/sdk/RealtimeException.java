package dev.fanfare.sdk;

import org.jspecify.annotations.Nullable;

/** Why something could not be done, and whether it makes sense to try again. Never holds a secret. */
public final class RealtimeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int status;

    /** What went wrong. */
    public enum Kind {
        /** The key or the secret is wrong, or the clock is. */
        UNAUTHORIZED(false),
        /** The app has used up what it may send, or is switched off. */
        QUOTA(false),
        /** The data are larger than the server takes. */
        TOO_LARGE(false),
        /** A channel's name is not one. */
        INVALID_CHANNEL(false),
        /** Something else about the request is wrong. */
        REFUSED(false),
        /** Nobody answers, or the server says that it cannot at the moment. The event may have arrived all the same. */
        UNREACHABLE(true);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }
    }

    /** @param status of the HTTP answer, 0 if there was none */
    public RealtimeException(Kind kind, int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
    }

    public RealtimeException(Kind kind, String message) {
        this(kind, 0, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The status of the HTTP answer, 0 if nothing was sent or nobody answered. */
    public int status() {
        return status;
    }

    /** Whether the same request may well succeed later. */
    public boolean isRetryable() {
        return kind.retryable;
    }
}
