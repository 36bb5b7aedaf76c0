package dev.fanfare.platform.poker;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a session.
 *
 * @param isConnected whether the server has them in the session's presence channel
 * @param goneSince when they left that channel; null while they are in it, and for those who never were: not all clients can
 */
record PokerMember(
        String userId,
        Role role,
        Instant joinedAt,
        boolean isConnected,
        @Nullable Instant goneSince) {
    static PokerMember of(String userId, Role role, Instant joinedAt) {
        return new PokerMember(userId, role, joinedAt, false, null);
    }

    PokerMember as(Role other) {
        return new PokerMember(userId, other, joinedAt, isConnected, goneSince);
    }

    PokerMember connected() {
        return new PokerMember(userId, role, joinedAt, true, null);
    }

    /** Stays as it is if they were not connected. */
    PokerMember disconnected(Instant at) {
        return isConnected ? new PokerMember(userId, role, joinedAt, false, at) : this;
    }

    /** Whoever does something is here. */
    PokerMember acting() {
        return goneSince == null ? this : new PokerMember(userId, role, joinedAt, isConnected, null);
    }

    boolean isHere() {
        return goneSince == null;
    }

    /** Whether they have been gone for so long that nobody waits for them. */
    boolean isGone(Duration grace, Instant now) {
        return goneSince != null && !now.isBefore(goneSince.plus(grace));
    }
}
