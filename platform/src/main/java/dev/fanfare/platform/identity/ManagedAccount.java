package dev.fanfare.platform.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param hasJoined whether its owner has ever had a password
 * @param deactivatedAt null if it may be used
 */
public record ManagedAccount(
        Account account,
        Instant createdAt,
        boolean hasJoined,
        @Nullable Instant deactivatedAt) {
    /** Whether somebody can sign in with it. */
    public enum State {
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("invited")
        INVITED,
        @JsonProperty("deactivated")
        DEACTIVATED
    }

    public State state() {
        if (deactivatedAt != null) {
            return State.DEACTIVATED;
        }
        return hasJoined ? State.ACTIVE : State.INVITED;
    }
}
