package dev.fanfare.server.config;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Every setting of the server but those of its apps ({@link AppSettings}). This table is the only place that knows them: the
 * YAML file, environment variables, flags, the help, the guide and the records read it.
 */
final class ServerSettings {
    private static final int KB = 1024;
    private static final int MB = 1024 * KB;

    static final Setting<String> HOST = new Setting<>(
            "host",
            new Text("an address or a host name"),
            "127.0.0.1",
            "The address to listen on; `0.0.0.0` for all of the machine's.");
    static final Setting<Integer> PORT =
            new Setting<>("port", WholeNumber.between(0, 65_535), 6001, "The port to listen on; 0 for any free one.");
    static final Setting<String> PATH_PREFIX = new Setting<>(
            "path-prefix",
            new PathPrefix(),
            "",
            "What stands in front of every path, for a proxy that does not take it away.");
    static final Setting<List<AddressBlock>> TRUSTED_PROXIES = new Setting<>(
            "trusted-proxies",
            new ListOf<>(new AddressRange(), "addresses such as 10.0.0.1 and blocks such as 10.0.0.0/8"),
            List.of(),
            "Proxies that are believed when they say by `X-Forwarded-For` and `X-Forwarded-Proto` whom they speak for.");
    static final Setting<Boolean> NO_LIMITS = new Setting<>(
            "no-limits",
            new YesNo(),
            false,
            "Lifts every limit of the development app, for load tests; no other app can have it.");

    static final Setting<TransportConfig.Kind> TRANSPORT_KIND = new Setting<>(
            "transport.kind",
            new Choice<>(List.of(TransportConfig.Kind.values())),
            TransportConfig.Kind.AUTO,
            "How sockets are served; `auto` takes epoll, and NIO where epoll does not load.");
    static final Setting<Integer> LOOPS = new Setting<>(
            "transport.loops",
            new WholeNumber(1, 256, "auto", TransportConfig.AUTO_LOOPS),
            TransportConfig.AUTO_LOOPS,
            "Event loops, each a thread; `auto` goes by the number of processors.");
    static final Setting<Duration> HANDSHAKE_TIMEOUT = new Setting<>(
            "transport.handshake-timeout",
            TimeSpan.between(Duration.ofMillis(100), Duration.ofMinutes(2)),
            Duration.ofSeconds(10),
            "How long a request, the one of a handshake too, may take to arrive whole.");
    static final Setting<Integer> MAX_HEADER_SIZE = new Setting<>(
            "transport.max-header-size",
            new ByteSize(KB, MB),
            8 * KB,
            "The most that the head of one request may hold.");
    static final Setting<Integer> HANDSHAKES_PER_ADDRESS = new Setting<>(
            "transport.handshakes-per-address",
            WholeNumber.unlimited(1),
            100,
            "Handshakes that one address may have under way at a time; loopback is exempt.");
    static final Setting<Integer> MAX_MESSAGE_SIZE = new Setting<>(
            "transport.max-message-size", new ByteSize(KB, 64 * MB), 64 * KB, "The largest message a client may send.");
    static final Setting<Integer> OUTBOUND_BUDGET = new Setting<>(
            "transport.outbound-budget",
            new ByteSize(16 * KB, 1024 * MB),
            MB,
            "What may wait to be sent to one connection; a slower reader is closed with a code that lets it come back.");

    static final Setting<Boolean> COMPRESSION = new Setting<>(
            "transport.compression",
            new YesNo(),
            false,
            "Whether clients that offer permessage-deflate get it; it saves traffic, and costs processor time and memory.");

    static final Setting<String> TLS_CERTIFICATE = new Setting<>(
            "tls.certificate",
            new FilePath(),
            "",
            "A PEM file with the server's certificate chain; with it the server speaks TLS only.");
    static final Setting<String> TLS_KEY = new Setting<>(
            "tls.key", new FilePath(), "", "The PEM file with the private key of that certificate, not encrypted.");

    static final Setting<Integer> MAX_BODY_SIZE = new Setting<>(
            "api.max-body-size",
            new ByteSize(10 * KB, 64 * MB),
            MB,
            "The largest body a request to the HTTP API may have.");

    static final Setting<Duration> ACTIVITY_TIMEOUT = new Setting<>(
            "heartbeat.activity-timeout",
            TimeSpan.seconds(10, 300),
            Duration.ofMinutes(2),
            "Silence after which either side asks for a sign of life.");
    static final Setting<Duration> PONG_TIMEOUT = new Setting<>(
            "heartbeat.pong-timeout",
            TimeSpan.seconds(1, 300),
            Duration.ofSeconds(30),
            "How long the sign of life may take before the connection is closed.");

    static final Setting<String> DATA = new Setting<>(
            "data",
            new FilePath(),
            "",
            "The folder of what survives a restart (webhooks that are due, counts of messages); empty to keep nothing.");
    static final Setting<List<URI>> WEBHOOK = new Setting<>(
            "webhook",
            new ListOf<>(new WebAddress(), "a list of addresses"),
            List.of(),
            "Where to send all that happens to the channels of the only app; the flag may be repeated.");
    static final Setting<Duration> DRAIN_TIME = new Setting<>(
            "drain-time",
            TimeSpan.between(Duration.ofMillis(100), Duration.ofMinutes(10)).orZero(),
            Duration.ofSeconds(10),
            "How long a server that is told to stop takes to send its connections away, evenly; 0 for all at once.");

    static final Setting<Duration> RELOAD_INTERVAL = new Setting<>(
            "reload.interval",
            TimeSpan.between(Duration.ofMillis(50), Duration.ofHours(1)).orZero(),
            Duration.ofSeconds(2),
            "How often the configuration file and the PEM files are looked at for changes; 0 for never.");

    static final Setting<Integer> MEMORY_THRESHOLD = new Setting<>(
            "memory-guard.threshold",
            new Percentage(10, MemoryGuardConfig.OFF),
            85,
            "The share of the heap above which new connections are refused until it has fallen by 5 points; 100% for never.");

    static final Setting<String> METRICS_TOKEN = new Setting<>(
            "metrics.token",
            new Token(16),
            "",
            "What readers of `/metrics` send as `Authorization: Bearer`; empty for readers on this machine only.");

    static final Setting<Level> LOG_LEVEL = new Setting<>(
            "log.level",
            new Choice<>(List.of(Level.TRACE, Level.DEBUG, Level.INFO, Level.WARNING, Level.ERROR, Level.OFF)),
            Level.INFO,
            "The least severe messages that are written.");
    static final Setting<LogConfig.Format> LOG_FORMAT = new Setting<>(
            "log.format",
            new Choice<>(List.of(LogConfig.Format.values())),
            LogConfig.Format.TEXT,
            "One line of text for each message, or one JSON object.");

    static final Setting<LogConfig.Requests> LOG_REQUESTS = new Setting<>(
            "log.requests",
            new Choice<>(List.of(LogConfig.Requests.values())),
            LogConfig.Requests.NONE,
            "Which requests to the HTTP API get a line, with their id: those answered with 400 or more, or all.");

    /** In the order in which they are explained. */
    static final List<Setting<?>> ALL = List.of(
            HOST,
            PORT,
            PATH_PREFIX,
            TRUSTED_PROXIES,
            NO_LIMITS,
            DRAIN_TIME,
            DATA,
            WEBHOOK,
            TRANSPORT_KIND,
            LOOPS,
            HANDSHAKE_TIMEOUT,
            MAX_HEADER_SIZE,
            HANDSHAKES_PER_ADDRESS,
            MAX_MESSAGE_SIZE,
            OUTBOUND_BUDGET,
            COMPRESSION,
            TLS_CERTIFICATE,
            TLS_KEY,
            MAX_BODY_SIZE,
            ACTIVITY_TIMEOUT,
            PONG_TIMEOUT,
            RELOAD_INTERVAL,
            MEMORY_THRESHOLD,
            METRICS_TOKEN,
            LOG_LEVEL,
            LOG_FORMAT,
            LOG_REQUESTS);

    /**
     * Those that a running server takes from its changed file, beside everything of its apps. No set: hashing them would cost a
     * start ten milliseconds.
     */
    static final List<Setting<?>> LIVE = List.of(NO_LIMITS, WEBHOOK, DRAIN_TIME, ACTIVITY_TIMEOUT, LOG_LEVEL);

    private ServerSettings() {}
}
