package dev.fanfare.platform.notifications;

import java.util.List;

/**
 * A user has read notifications: {@code notification:read} on the user's channel.
 *
 * @param ids which ones; empty if it is all
 */
record NotificationsRead(String userId, List<String> ids, boolean all, Counts counts) {
    /** How devices are told. */
    record Told(List<String> ids, boolean all, int unreadCount, int unseenCount) {}

    Told told() {
        return new Told(ids, all, counts.unreadCount(), counts.unseenCount());
    }
}
