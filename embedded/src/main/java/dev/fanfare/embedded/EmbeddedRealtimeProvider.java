package dev.fanfare.embedded;

import dev.fanfare.sdk.RealtimeProvider;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeSettings;

/**
 * {@code embedded}: a Fanfare server in this JVM, which needs Java 25. It listens where {@code PUSHER_HOST} and
 * {@code PUSHER_PORT} say, on 127.0.0.1:6001 if they do not; and serves the app of {@code PUSHER_APP_ID}, {@code PUSHER_KEY} and
 * {@code PUSHER_SECRET}, or the development app if none of them is set.
 */
public final class EmbeddedRealtimeProvider implements RealtimeProvider {
    private static final int NEEDED = 25;

    @Override
    public String name() {
        return "embedded";
    }

    @Override
    public RealtimeService create(RealtimeSettings settings) {
        int feature = Runtime.version().feature();
        if (feature < NEEDED) {
            throw new IllegalStateException(
                    "REALTIME_PROVIDER is `embedded`, which needs Java " + NEEDED + ", and this is Java " + feature);
        }
        return EmbeddedRealtimeService.start(settings);
    }
}
