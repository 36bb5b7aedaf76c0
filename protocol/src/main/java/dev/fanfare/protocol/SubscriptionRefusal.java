package dev.fanfare.protocol;

/** Why a subscription was refused, as {@code pusher:subscription_error} names it. */
public enum SubscriptionRefusal {
    INVALID_NAME("InvalidChannelName", 400),
    UNAUTHORIZED("AuthError", 401),
    LIMIT_REACHED("LimitReached", 403);

    private final String type;
    private final int status;

    SubscriptionRefusal(String type, int status) {
        this.type = type;
        this.status = status;
    }

    /** The error's type on the wire. */
    public String type() {
        return type;
    }

    /** The status on the wire, in the manner of HTTP. */
    public int status() {
        return status;
    }
}
