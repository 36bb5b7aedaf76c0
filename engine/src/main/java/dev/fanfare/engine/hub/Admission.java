package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.protocol.CloseCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a connection may be here: its protocol version, its origin, its app, its place among the app's connections. */
final class Admission {
    private static final int OLDEST_PROTOCOL = 4;
    private static final int NEWEST_PROTOCOL = 7;

    private Admission() {}

    /** Why the protocol version is refused, or null. One that is absent counts as the newest. */
    static @Nullable CloseCode refusalOfProtocol(@Nullable String protocol) {
        if (protocol == null || protocol.isEmpty()) {
            return null;
        }
        for (int i = 0; i < protocol.length(); i++) {
            if (protocol.charAt(i) < '0' || protocol.charAt(i) > '9') {
                return CloseCode.INVALID_VERSION;
            }
        }
        boolean supported = protocol.length() == 1
                && protocol.charAt(0) - '0' >= OLDEST_PROTOCOL
                && protocol.charAt(0) - '0' <= NEWEST_PROTOCOL;
        return supported ? null : CloseCode.UNSUPPORTED_VERSION;
    }

    /** Why the app refuses the connection, or null. */
    static @Nullable CloseCode refusalOfApp(App app, ConnectionRequest request) {
        if (!app.enabled()) {
            return CloseCode.APP_DISABLED;
        }
        if (app.features().tlsOnly() && !request.secure()) {
            return CloseCode.TLS_REQUIRED;
        }
        return isOriginAllowed(app, request.origin()) ? null : CloseCode.ORIGIN_NOT_ALLOWED;
    }

    /** Only browsers send an origin, and they always do, so a connection without one is not a web page. */
    private static boolean isOriginAllowed(App app, @Nullable String origin) {
        if (app.allowedOrigins().isEmpty() || origin == null) {
            return true;
        }
        String host = host(origin);
        for (String allowed : app.allowedOrigins()) {
            if (allowed.equals("*") || allowed.equalsIgnoreCase(origin) || matchesHost(allowed, host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesHost(String allowed, String host) {
        String pattern = allowed.toLowerCase(Locale.ROOT);
        return pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern);
    }

    private static String host(String origin) {
        int scheme = origin.indexOf("://");
        String authority = scheme < 0 ? origin : origin.substring(scheme + 3);
        int port = authority.lastIndexOf(':');
        boolean hasPort = port >= 0 && authority.indexOf(']', port) < 0;
        return (hasPort ? authority.substring(0, port) : authority).toLowerCase(Locale.ROOT);
    }

    /**
     * Counts the connection towards the app's limit. Where the app demands authorization, it counts only from then on.
     *
     * @return false if there was no place, in which case the connection has been refused
     */
    static boolean enter(Subscriber subscriber) {
        boolean later = !subscriber.app.app().features().authorizationTimeout().isZero() && !subscriber.authorized;
        if (later || subscriber.counted) {
            return true;
        }
        if (!subscriber.app.hub.reserveConnection()) {
            subscriber.refuse(CloseCode.CONNECTION_QUOTA);
            return false;
        }
        subscriber.counted = true;
        return true;
    }

    /** The connection has shown the app's signature. As {@link #enter}. */
    static boolean authorized(Subscriber subscriber) {
        subscriber.authorized = true;
        return enter(subscriber);
    }
}
