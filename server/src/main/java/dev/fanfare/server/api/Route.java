package dev.fanfare.server.api;

import org.jspecify.annotations.Nullable;

/** What a path leads to: every path has one method. */
sealed interface Route {
    RouteName name();

    /** Anybody may ask for it. */
    record Open(RouteName name, OpenEndpoint endpoint) implements Route {}

    /**
     * @param appId null where the path does not say, and {@code auth_key} does
     * @param subject as {@link ApiRequest#subject()}
     */
    record Signed(
            RouteName name, Endpoint endpoint, @Nullable String appId, String subject) implements Route {}
}
