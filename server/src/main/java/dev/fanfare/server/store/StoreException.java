package dev.fanfare.server.store;

/** The store cannot be opened: the server does not start. */
public final class StoreException extends RuntimeException {
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The setting to change. */
    public String setting() {
        return "data";
    }
}
