package dev.fanfare.server.config;

/**
 * Who may read the metrics.
 *
 * @param token what readers send; empty for readers on this machine only
 */
public record MetricsConfig(String token) {
    /** @throws IllegalArgumentException if the token is too short to be safe */
    public MetricsConfig {
        ServerSettings.METRICS_TOKEN.check(token);
    }

    static MetricsConfig of(SettingValues values) {
        return new MetricsConfig(values.of(ServerSettings.METRICS_TOKEN));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "MetricsConfig";
    }
}
