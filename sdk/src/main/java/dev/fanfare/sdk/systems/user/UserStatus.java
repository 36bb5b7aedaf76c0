package dev.fanfare.sdk.systems.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a user is.
 *
 * @param lastSeen when they were here last; null while they are
 */
public record UserStatus(
        String userId,
        State status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant lastSeen) {
    /** Whether somebody is here. */
    public enum State {
        @JsonProperty("online")
        ONLINE,
        @JsonProperty("away")
        AWAY,
        @JsonProperty("offline")
        OFFLINE
    }
}
