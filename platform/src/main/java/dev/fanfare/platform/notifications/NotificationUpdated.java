package dev.fanfare.platform.notifications;

/** A user has put a notification elsewhere, or marked it unread: {@code notification:updated} on the user's channel. */
record NotificationUpdated(StoredNotification notification) {
    String userId() {
        return notification.userId();
    }
}
