package dev.fanfare.server.api;

import org.jspecify.annotations.Nullable;

/** What a path leads to: every path has one method. */
sealed interface Route {
    /** The method that the path has. */
    String method();

    /** A fixed answer that anybody may ask for. */
    record Open(HealthCheck check) implements Route {
        @Override
        public String method() {
            return "GET";
        }
    }

    /**
     * @param appId null where the path does not say, and {@code auth_key} does
     * @param subject as {@link ApiRequest#subject()}
     */
    record Signed(
            String method, Endpoint endpoint, @Nullable String appId, String subject) implements Route {}
}
