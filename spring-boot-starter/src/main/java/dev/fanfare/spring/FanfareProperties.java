package dev.fanfare.spring;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings {@code fanfare.…}, each before the environment variable that means the same.
 *
 * @param provider {@code pusher}, {@code embedded}, {@code recording} or another that is on the class path
 * @param appId the app's id
 * @param key its public key
 * @param secret what it signs with
 * @param host where the server is, or listens if it is embedded
 * @param port the server's port
 * @param useTls whether the server is reached over TLS
 * @param cluster of hosted Pusher
 * @param coalescing whether bursts leave in few requests
 */
@ConfigurationProperties("fanfare")
public record FanfareProperties(
        @Nullable String provider,
        @Nullable String appId,
        @Nullable String key,
        @Nullable String secret,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Boolean useTls,
        @Nullable String cluster,
        @Nullable Boolean coalescing) {
    /** The environment with these settings in it. */
    Map<String, String> over(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        put(all, "REALTIME_PROVIDER", provider);
        put(all, "PUSHER_APP_ID", appId);
        put(all, "PUSHER_KEY", key);
        put(all, "PUSHER_SECRET", secret);
        put(all, "PUSHER_HOST", host);
        put(all, "PUSHER_PORT", port);
        put(all, "PUSHER_USE_TLS", useTls);
        put(all, "PUSHER_CLUSTER", cluster);
        put(all, "REALTIME_COALESCING", coalescing);
        return all;
    }

    private static void put(Map<String, String> all, String variable, @Nullable Object value) {
        if (value != null) {
            all.put(variable, value.toString());
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "FanfareProperties[provider=" + provider + ", appId=" + appId + ", key=" + key + "]";
    }
}
