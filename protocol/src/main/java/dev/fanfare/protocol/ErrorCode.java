package dev.fanfare.protocol;

/** The codes of a {@code pusher:error} that leaves the connection open. */
public enum ErrorCode {
    /** No number: {@code "code":null}, as for every error of a single frame. */
    NONE(0),
    CLIENT_EVENT_RATE(4301),
    WATCHLIST_LIMIT(4302);

    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    /** The number on the wire; 0 stands for {@code null}. */
    public int code() {
        return code;
    }
}
