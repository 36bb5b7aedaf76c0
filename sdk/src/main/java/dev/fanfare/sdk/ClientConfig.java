package dev.fanfare.sdk;

import org.jspecify.annotations.Nullable;

/**
 * What a browser needs to connect, to be served to it as JSON. Holds no secret.
 *
 * @param provider who carries events, such as {@code pusher}
 * @param key the app's public key
 * @param cluster Pusher's cluster; pusher-js wants one also where there is none
 * @param host where to connect, null for hosted Pusher
 * @param port for {@code ws}, null for its usual one
 * @param wssPort for {@code wss}, null for its usual one
 * @param encrypted whether to connect over TLS
 * @param authEndpoint where clients are authorized
 */
public record ClientConfig(
        String provider,
        String key,
        String cluster,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Integer wssPort,
        boolean encrypted,
        String authEndpoint) {
    /** The same place, reached with another provider. */
    public ClientConfig withProvider(String other) {
        return new ClientConfig(other, key, cluster, host, port, wssPort, encrypted, authEndpoint);
    }
}
