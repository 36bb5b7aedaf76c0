package dev.fanfare.server.transport;

import dev.fanfare.server.config.ServerConfig;
import java.time.Duration;

/**
 * What the transport is told before it starts.
 *
 * @param host the address to listen on
 * @param port 0 for any free one
 * @param pathPrefix empty, or what stands in front of every path, without a slash at its end
 * @param requestTimeout how long a request may take to arrive whole
 * @param keepAlive how long an HTTP connection may stay open without a request
 * @param maxHeaderSize bytes of a request's first line, and again of its headers
 * @param handshakesPerAddress connections of one address whose first request has not arrived; loopback is exempt
 * @param maxMessageSize bytes of a WebSocket message from a client
 * @param outboundBudget bytes that may wait for one connection
 * @param closeTimeout how long a peer may take to answer a Close frame
 * @param slowConsumerTimeout how long a slow consumer may take to read what waits for it and the Close frame
 * @param trustedProxies who is believed about the client it speaks for
 * @param compression whether permessage-deflate is agreed to
 */
public record TransportSettings(
        String host,
        int port,
        String pathPrefix,
        Duration requestTimeout,
        Duration keepAlive,
        int maxHeaderSize,
        int handshakesPerAddress,
        int maxMessageSize,
        int outboundBudget,
        Duration closeTimeout,
        Duration slowConsumerTimeout,
        TrustedProxies trustedProxies,
        boolean compression) {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(75);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration SLOW_CONSUMER_TIMEOUT = Duration.ofSeconds(10);

    public static TransportSettings of(ServerConfig config) {
        return new TransportSettings(
                config.host(),
                config.port(),
                config.pathPrefix(),
                config.transport().handshakeTimeout(),
                KEEP_ALIVE,
                config.transport().maxHeaderSize(),
                config.transport().handshakesPerAddress(),
                config.transport().maxMessageSize(),
                config.transport().outboundBudget(),
                CLOSE_TIMEOUT,
                SLOW_CONSUMER_TIMEOUT,
                new TrustedProxies(config.trustedProxies()),
                config.transport().compression());
    }
}
