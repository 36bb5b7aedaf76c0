package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code fanfare.…}. Those without a preset stand before the environment variable that means the same.
 *
 * @param provider What carries events: pusher (any server with Pusher's HTTP API), embedded (the server inside the application), recording (tests), or another that is on the class path.
 * @param appId The app's id.
 * @param key The app's public key.
 * @param secret The app's secret, which signs requests, authorizations and webhooks.
 * @param encryptionMasterKey What the keys of encrypted channels are made of: 32 bytes in base64. Needs org.bouncycastle:bcprov-jdk18on.
 * @param host Where the server is, or listens if it is embedded; 127.0.0.1 if only the port is set.
 * @param port The server's port.
 * @param useTls Whether the server is reached over TLS.
 * @param cluster The cluster of hosted Pusher; also told to clients.
 * @param coalescing Whether events that are published while a request is under way leave together with the next one.
 * @param timeout How long a request to the server may take.
 * @param maxDataSize The size of one event's data above which nothing is sent.
 * @param webhookPath Where the application takes webhooks.
 * @param clients Where browsers and other clients connect.
 * @param auth The endpoints that clients ask.
 * @param webhook The receiver of webhooks.
 * @param outbox Events that are stored in the caller's transaction.
 */
@ConfigurationProperties("fanfare")
public record FanfareProperties(
        @Nullable String provider,
        @Nullable String appId,
        @Nullable String key,
        @Nullable String secret,
        @Nullable String encryptionMasterKey,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable Boolean useTls,
        @Nullable String cluster,
        @Nullable Boolean coalescing,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("10KB") DataSize maxDataSize,
        @DefaultValue("/api/pusher/webhook") String webhookPath,
        @DefaultValue Clients clients,
        @DefaultValue Auth auth,
        @DefaultValue Webhook webhook,
        @DefaultValue @NestedConfigurationProperty OutboxProperties outbox) {
    /**
     * What clients are told.
     *
     * @param provider What clients connect with, as pusher (pusher-js) or websocket; otherwise what the service says.
     * @param host The host that clients connect to.
     * @param port The port that clients connect to.
     * @param useTls Whether clients connect over TLS.
     * @param authEndpoint The path at which clients are authorized.
     */
    public record Clients(
            @Nullable String provider,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable Boolean useTls,
            @Nullable String authEndpoint) {}

    /**
     * The authorization endpoints.
     *
     * @param enabled Whether the application answers clients that want to subscribe, to sign in, or to know where to connect.
     */
    public record Auth(@DefaultValue("true") boolean enabled) {}

    /**
     * The webhook receiver.
     *
     * @param enabled Whether the application takes webhooks.
     */
    public record Webhook(@DefaultValue("true") boolean enabled) {}

    /** @throws IllegalArgumentException if a value is out of range; the message names the property */
    public FanfareProperties {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("fanfare.timeout is " + timeout + ", expected more than nothing");
        }
        if (!webhookPath.startsWith("/")) {
            throw new IllegalArgumentException(
                    "fanfare.webhook-path is `" + webhookPath + "`, expected a path that begins with `/`");
        }
    }

    /**
     * What the SDK is told.
     *
     * @throws IllegalStateException if settings are wrong or contradict each other; the message names each variable
     */
    RealtimeSettings settings(Map<String, String> environment) {
        RealtimeSettings said = RealtimeSettings.fromEnvironment(over(environment));
        return new RealtimeSettings(
                said.provider(),
                said.appId(),
                said.key(),
                said.secret(),
                said.masterKey(),
                said.api(),
                said.cluster(),
                said.clients(),
                timeout,
                Math.toIntExact(maxDataSize.toBytes()),
                said.coalescing());
    }

    /** The environment with these settings in it. */
    private Map<String, String> over(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        put(all, "REALTIME_PROVIDER", provider);
        put(all, "PUSHER_APP_ID", appId);
        put(all, "PUSHER_KEY", key);
        put(all, "PUSHER_SECRET", secret);
        put(all, "PUSHER_ENCRYPTION_MASTER_KEY_BASE64", encryptionMasterKey);
        put(all, "PUSHER_HOST", host);
        put(all, "PUSHER_PORT", port);
        if (port != null) {
            all.putIfAbsent("PUSHER_HOST", "127.0.0.1"); // of hosted Pusher, nobody chooses the port
        }
        put(all, "PUSHER_USE_TLS", useTls);
        put(all, "PUSHER_CLUSTER", cluster);
        put(all, "REALTIME_COALESCING", coalescing);
        put(all, "NEXT_PUBLIC_PUSHER_WS_HOST", clients.host);
        put(all, "NEXT_PUBLIC_PUSHER_WS_PORT", clients.port);
        put(all, "NEXT_PUBLIC_PUSHER_FORCE_TLS", clients.useTls);
        put(all, "NEXT_PUBLIC_PUSHER_AUTH_ENDPOINT", clients.authEndpoint);
        return all;
    }

    private static void put(Map<String, String> all, String variable, @Nullable Object value) {
        if (value != null) {
            all.put(variable, value.toString());
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "FanfareProperties[provider=" + provider + ", appId=" + appId + ", key=" + key + "]";
    }
}
