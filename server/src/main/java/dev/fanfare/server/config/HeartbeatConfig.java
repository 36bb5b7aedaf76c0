package dev.fanfare.server.config;

import java.time.Duration;

/**
 * When a silent connection is asked for a sign of life, and how long that may take.
 *
 * @param activityTimeout whole seconds; an app may have its own
 * @param pongTimeout whole seconds
 */
public record HeartbeatConfig(Duration activityTimeout, Duration pongTimeout) {
    /** @throws IllegalArgumentException if a value is out of the range that the guide states */
    public HeartbeatConfig {
        ServerSettings.ACTIVITY_TIMEOUT.check(activityTimeout);
        ServerSettings.PONG_TIMEOUT.check(pongTimeout);
    }

    static HeartbeatConfig of(SettingValues values) {
        return new HeartbeatConfig(values.of(ServerSettings.ACTIVITY_TIMEOUT), values.of(ServerSettings.PONG_TIMEOUT));
    }
}
