package dev.fanfare.server.transport;

import org.jspecify.annotations.Nullable;

/** A setting with which sockets cannot be served on this machine. The message is for the operator. */
public final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String setting;

    TransportException(String setting, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.setting = setting;
    }

    /** The name of the setting that has to change, as in the configuration file. */
    public String setting() {
        return setting;
    }
}
