package dev.fanfare.protocol;

/** A publish that was refused as a whole. Without stack trace, as {@link ProtocolException}. */
public final class TriggerException extends Exception {
    private final int status;

    TriggerException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The HTTP status: 400, or 413 for data that is too large. */
    public int status() {
        return status;
    }

    /** The message; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
