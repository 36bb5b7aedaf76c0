package dev.fanfare.engine.connection;

import org.jspecify.annotations.Nullable;

/**
 * What a client asked for when it connected.
 *
 * @param appKey the key in the path, percent-decoded; null if the path was not {@code /app/{key}}
 * @param protocol the query parameter of that name, null if absent
 * @param origin the {@code Origin} header, null if absent
 * @param secure whether it came over TLS, as far as this process or a proxy that it trusts
 */
public record ConnectionRequest(
        @Nullable String appKey,
        @Nullable String protocol,
        @Nullable String origin,
        boolean secure) {}
