package dev.fanfare.sdk;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.encryption.MasterKey;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service is told. What is null is for the provider to miss.
 *
 * @param provider which kind of service
 * @param masterKey of encrypted channels; null if there are none
 * @param api where the HTTP API is, without a path; null for hosted Pusher in the cluster
 * @param cluster Pusher's name for a place; also handed to clients, who want one
 * @param clients what clients are told
 * @param timeout how long a request may take
 * @param maxDataSize bytes of one event's data, above which nothing is sent
 * @param coalescing whether events that are published while a request is under way leave together with the next one; those of one
 *     channel keep their order
 */
public record RealtimeSettings(
        String provider,
        @Nullable String appId,
        @Nullable String key,
        @Nullable AppSecret secret,
        @Nullable MasterKey masterKey,
        @Nullable URI api,
        String cluster,
        ClientAddress clients,
        Duration timeout,
        int maxDataSize,
        boolean coalescing) {
    /**
     * Where clients connect.
     *
     * @param host null for hosted Pusher in the cluster
     * @param port null for the usual one
     */
    public record ClientAddress(
            @Nullable String host, @Nullable Integer port, boolean encrypted, String authEndpoint) {}

    /**
     * What the variables say, in all the spellings that are in use.
     *
     * @throws IllegalStateException if some are wrong or contradict each other; the message names each
     */
    public static RealtimeSettings fromEnvironment(Map<String, String> environment) {
        return new EnvironmentReader(environment).read();
    }
}
