package dev.fanfare.conformance;

import dev.fanfare.server.config.HeartbeatConfig;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.TransportConfig;
import dev.fanfare.testkit.RealtimeServerExtension;
import java.time.Duration;

/** How the server under test is configured. */
final class ConformanceServer {
    /** Every setting as it comes, but for the apps, and pongs that have to come within a second. */
    static final ServerConfig CONFIG = config();

    private ConformanceServer() {}

    private static ServerConfig config() {
        ServerConfig defaults = ServerConfig.development().withPort(0);
        Duration activityTimeout = defaults.heartbeat().activityTimeout();
        return defaults.with()
                .apps(ConformanceApps.ALL)
                .heartbeat(new HeartbeatConfig(activityTimeout, Duration.ofSeconds(1)))
                .build();
    }

    static RealtimeServerExtension extension() {
        return RealtimeServerExtension.create(CONFIG);
    }

    static RealtimeServerExtension extension(TransportConfig.Kind kind) {
        return RealtimeServerExtension.create(CONFIG.withTransport(kind));
    }
}
