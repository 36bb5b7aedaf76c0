package dev.fanfare.platform.notifications;

import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What users' channels carry besides the notifications themselves. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> notificationChanges() {
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
