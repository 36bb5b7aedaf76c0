package dev.fanfare.platform.notifications;

import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.function.Consumer;

/** What is told of notifications after they were told themselves. */
public final class NotificationDeclarations {
    private NotificationDeclarations() {}

    public static <U> Consumer<RegistryBuilder<U>> changes() {
        return registry -> registry.event(
                        NotificationsRead.class,
                        read -> read.to(
                                UserChannels.PATTERN,
                                "notification:read",
                                NotificationsRead.Told.class,
                                NotificationsRead::userId,
                                NotificationsRead::told))
                .event(
                        NotificationUpdated.class,
                        updated -> updated.to(
                                UserChannels.PATTERN,
                                "notification:updated",
                                StoredNotification.class,
                                NotificationUpdated::userId,
                                NotificationUpdated::notification));
    }
}
