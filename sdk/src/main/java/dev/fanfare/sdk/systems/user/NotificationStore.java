package dev.fanfare.sdk.systems.user;

/** Where an application keeps notifications, so that who is not here sees them later. */
@FunctionalInterface
public interface NotificationStore {
    /**
     * Keeps one. Called before anybody is told of it, on the caller's thread and in the caller's transaction.
     *
     * @return as it was stored, which is what clients are told
     */
    Notification save(Notification notification);
}
