package dev.fanfare.engine.app;

import dev.fanfare.protocol.AppSecret;
import java.util.List;

/**
 * A tenant of the server. Immutable.
 *
 * @param id in the paths of the HTTP API
 * @param key public, in the path of a connection and in front of every signature
 * @param secrets one or more, all of them live
 * @param enabled whether connections and requests are accepted
 * @param allowedOrigins hosts that browsers may connect from, {@code *.example.com} for any host below; empty for all
 * @param activityTimeoutSeconds silence after which either side asks for a sign of life
 */
public record App(
        String id,
        String key,
        List<AppSecret> secrets,
        boolean enabled,
        List<String> allowedOrigins,
        int activityTimeoutSeconds,
        AppFeatures features,
        AppLimits limits) {
    /** What hosted Pusher sends, in seconds. */
    public static final int DEFAULT_ACTIVITY_TIMEOUT = 120;

    public App {
        secrets = List.copyOf(secrets);
        allowedOrigins = List.copyOf(allowedOrigins);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("App " + id + " has no secret, expected one or more");
        }
    }
}
