package dev.fanfare.protocol;

/** What a client does after a close, by the range of the code. */
public enum ReconnectAdvice {
    /** 4000 to 4099: the same request would be refused again. */
    NEVER,
    /** 4100 to 4199, and every code below 4000: after a second or more. */
    AFTER_BACKOFF,
    /** 4200 to 4299: at once. */
    IMMEDIATELY;

    static ReconnectAdvice of(int code) {
        if (code < 4000) {
            return AFTER_BACKOFF;
        }
        return switch (code / 100) {
            case 40 -> NEVER;
            case 41 -> AFTER_BACKOFF;
            case 42 -> IMMEDIATELY;
            default -> throw new IllegalArgumentException("Close code " + code + ", expected 1000 to 4299");
        };
    }
}
