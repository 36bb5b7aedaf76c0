package dev.fanfare.server.transport;

import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;

/** Says in one sentence why the server cannot listen. */
final class BindFailure {
    private BindFailure() {}

    static TransportException describe(TransportSettings settings, Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("Address already in use")) {
            return new TransportException(
                    "port", "Port " + settings.port() + " on " + settings.host() + " is taken", cause);
        }
        if (message.contains("Permission denied")) {
            return new TransportException(
                    "port", "Port " + settings.port() + " on " + settings.host() + " is for privileged users", cause);
        }
        if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
            return new TransportException("host", "Host " + settings.host() + " is unknown", cause);
        }
        return new TransportException(
                "host", "Cannot listen on " + settings.host() + ":" + settings.port() + ": " + message, cause);
    }
}
