package dev.fanfare.server.config;

import java.time.Duration;
import java.util.Locale;

/**
 * How sockets are served, and what a peer may do before it is a connection.
 *
 * @param loops event loops, {@link #AUTO_LOOPS} for as many as suit the machine
 * @param handshakeTimeout how long a request may take to arrive whole
 * @param maxHeaderSize bytes of a request's head
 * @param handshakesPerAddress under way at a time; loopback is exempt
 * @param maxMessageSize bytes of a message from a client
 * @param outboundBudget bytes that may wait for one connection
 * @param compression whether permessage-deflate is agreed to
 */
public record TransportConfig(
        Kind kind,
        int loops,
        Duration handshakeTimeout,
        int maxHeaderSize,
        int handshakesPerAddress,
        int maxMessageSize,
        int outboundBudget,
        boolean compression) {
    /** Stands for the number of loops that suits the machine. */
    public static final int AUTO_LOOPS = 0;

    /** By what the operating system is asked about sockets. Prints as the setting is written. */
    public enum Kind {
        AUTO,
        EPOLL,
        IO_URING,
        NIO;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException if a value is out of the range that the guide states */
    public TransportConfig {
        ServerSettings.LOOPS.check(loops);
        ServerSettings.HANDSHAKE_TIMEOUT.check(handshakeTimeout);
        ServerSettings.MAX_HEADER_SIZE.check(maxHeaderSize);
        ServerSettings.HANDSHAKES_PER_ADDRESS.check(handshakesPerAddress);
        ServerSettings.MAX_MESSAGE_SIZE.check(maxMessageSize);
        ServerSettings.OUTBOUND_BUDGET.check(outboundBudget);
    }

    static TransportConfig of(SettingValues values) {
        return new TransportConfig(
                values.of(ServerSettings.TRANSPORT_KIND),
                values.of(ServerSettings.LOOPS),
                values.of(ServerSettings.HANDSHAKE_TIMEOUT),
                values.of(ServerSettings.MAX_HEADER_SIZE),
                values.of(ServerSettings.HANDSHAKES_PER_ADDRESS),
                values.of(ServerSettings.MAX_MESSAGE_SIZE),
                values.of(ServerSettings.OUTBOUND_BUDGET),
                values.of(ServerSettings.COMPRESSION));
    }

    public TransportConfig withKind(Kind kind) {
        return with(kind, outboundBudget, compression);
    }

    public TransportConfig withOutboundBudget(int outboundBudget) {
        return with(kind, outboundBudget, compression);
    }

    public TransportConfig withCompression(boolean compression) {
        return with(kind, outboundBudget, compression);
    }

    private TransportConfig with(Kind kind, int outboundBudget, boolean compression) {
        return new TransportConfig(
                kind,
                loops,
                handshakeTimeout,
                maxHeaderSize,
                handshakesPerAddress,
                maxMessageSize,
                outboundBudget,
                compression);
    }
}
