package dev.fanfare.server.config;

/**
 * The HTTP API.
 *
 * @param maxBodySize bytes of a request's body
 */
public record ApiConfig(int maxBodySize) {
    /** @throws IllegalArgumentException if a value is out of the range that the guide states */
    public ApiConfig {
        ServerSettings.MAX_BODY_SIZE.check(maxBodySize);
    }

    static ApiConfig of(SettingValues values) {
        return new ApiConfig(values.of(ServerSettings.MAX_BODY_SIZE));
    }
}
