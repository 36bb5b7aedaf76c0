package dev.fanfare.platform.notifications;

import dev.fanfare.platform.realtime.UnreadChanged;
import dev.fanfare.platform.realtime.UnreadCounts;

/** How many of a user's notifications are new; archived ones do not count. */
record Counts(int unreadCount, int unseenCount) {
    UnreadChanged toldTo(String userId) {
        return new UnreadChanged(userId, UnreadCounts.ofNotifications(unreadCount, unseenCount));
    }
}
