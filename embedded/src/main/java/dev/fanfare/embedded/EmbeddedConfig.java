package dev.fanfare.embedded;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.server.config.ServerConfig;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** How the server inside an application is configured: users may sign in and follow each other, clients send no events. */
final class EmbeddedConfig {
    private EmbeddedConfig() {}

    /** @throws IllegalStateException if an app is named in part; the message names each variable */
    static ServerConfig of(RealtimeSettings settings) {
        ServerConfig config = ServerConfig.development();
        URI api = settings.api();
        if (api != null) {
            config = config.withHost(api.getHost()).withPort(api.getPort() < 0 ? config.port() : api.getPort());
        }
        String id = settings.appId();
        String key = settings.key();
        AppSecret secret = settings.secret();
        if (id == null && key == null && secret == null) {
            return config;
        }
        if (id == null || key == null || secret == null) {
            throw new IllegalStateException(
                    "PUSHER_APP_ID, PUSHER_KEY and PUSHER_SECRET, expected all of them, or none for the development app");
        }
        AppFeatures features = new AppFeatures(false, true, true, false, false, Duration.ZERO);
        return config.withApps(List.of(new App(
                id, key, List.of(secret), true, List.of(), App.DEFAULT_ACTIVITY_TIMEOUT, features, AppLimits.DEFAULT)));
    }
}
