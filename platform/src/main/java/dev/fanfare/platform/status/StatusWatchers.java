package dev.fanfare.platform.status;

import java.util.Set;

/** Who may know how a user is. A module that brings people together has a bean of this; whoever one of them names may know. */
public interface StatusWatchers {
    /** Ids of users; asked in the transaction that changes the user's status. */
    Set<String> watchersOf(String userId);

    /** Whether one of them is this. */
    default boolean isWatching(String watcherId, String userId) {
        return watchersOf(userId).contains(watcherId);
    }
}
