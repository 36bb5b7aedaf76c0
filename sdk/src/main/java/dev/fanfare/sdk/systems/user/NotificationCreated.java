package dev.fanfare.sdk.systems.user;

/**
 * A user has a new notification: {@code notification} on the user's channel, and as {@code new-notification} again.
 *
 * @param isUrgent whether it is told as {@code notification:urgent}, too
 */
public record NotificationCreated(Notification notification, boolean isUrgent) {
    String userId() {
        return notification.userId();
    }
}
