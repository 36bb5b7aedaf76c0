package dev.fanfare.platform.status;

import dev.fanfare.sdk.systems.user.UserStatus;
import dev.fanfare.sdk.systems.user.UserStatus.State;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user.
 *
 * @param here whether a device follows their channel
 * @param lastSeen when others saw them last; null if never
 */
record Standing(
        String userId,
        boolean here,
        Chosen chosen,
        @Nullable Instant lastSeen) {
    /** How a user wants to look while they are here. */
    enum Chosen {
        ONLINE,
        AWAY,
        INVISIBLE;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Standing unknown(String userId) {
        return new Standing(userId, false, Chosen.ONLINE, null);
    }

    private State state() {
        if (!here) {
            return State.OFFLINE;
        }
        return switch (chosen) {
            case ONLINE -> State.ONLINE;
            case AWAY -> State.AWAY;
            case INVISIBLE -> State.OFFLINE;
        };
    }

    /** As others see them: who is invisible looks like somebody who has gone. */
    UserStatus shown() {
        return new UserStatus(userId, state(), state() == State.OFFLINE ? lastSeen : null);
    }

    /** Whoever was away is back; whoever was invisible stays so. */
    Standing come() {
        return here ? this : new Standing(userId, true, chosen == Chosen.AWAY ? Chosen.ONLINE : chosen, lastSeen);
    }

    Standing gone(Instant at) {
        return new Standing(userId, false, chosen, seenUntil(at));
    }

    Standing choosing(Chosen wish, Instant at) {
        return new Standing(userId, here, wish, wish == Chosen.INVISIBLE ? seenUntil(at) : lastSeen);
    }

    private @Nullable Instant seenUntil(Instant at) {
        return state() == State.OFFLINE ? lastSeen : at.truncatedTo(ChronoUnit.MILLIS);
    }
}
