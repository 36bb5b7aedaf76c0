package dev.fanfare.sdk.systems.announcement;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** How the service is: {@code status} on {@code status-updates}. */
public record ServiceStatus(Level status, String message, Instant updatedAt) {
    /** How much of it works. */
    public enum Level {
        @JsonProperty("operational")
        OPERATIONAL,
        @JsonProperty("degraded")
        DEGRADED,
        @JsonProperty("outage")
        OUTAGE
    }
}
