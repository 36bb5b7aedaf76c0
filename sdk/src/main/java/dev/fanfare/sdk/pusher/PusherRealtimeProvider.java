package dev.fanfare.sdk.pusher;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.RealtimeProvider;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** {@code pusher}: Pusher's HTTP API. */
public final class PusherRealtimeProvider implements RealtimeProvider {
    @Override
    public String name() {
        return "pusher";
    }

    @Override
    public RealtimeService create(RealtimeSettings settings) {
        String appId = settings.appId();
        String key = settings.key();
        AppSecret secret = settings.secret();
        if (appId == null || key == null || secret == null) {
            throw new IllegalStateException(missing(settings));
        }
        URI api = settings.api() == null
                ? URI.create("https://api-" + settings.cluster() + ".pusher.com")
                : settings.api();
        HttpApi http = new HttpApi(api, appId, key, secret, settings.timeout(), InstantSource.system());
        return new PusherRealtimeService(http, key, secret, settings);
    }

    private static String missing(RealtimeSettings settings) {
        List<String> missing = new ArrayList<>();
        if (settings.appId() == null) {
            missing.add("PUSHER_APP_ID is not set, expected the app's id");
        }
        if (settings.key() == null) {
            missing.add("PUSHER_KEY is not set, expected the app's key");
        }
        if (settings.secret() == null) {
            missing.add("PUSHER_SECRET is not set, expected the app's secret");
        }
        return String.join("; ", missing);
    }
}
