package dev.fanfare.platform.notifications;

import dev.fanfare.sdk.registry.RegistryBuilder;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What users' channels carry besides the notifications themselves. */
@Configuration(proxyBeanMethods = false)
class NotificationConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> notificationChanges() {
        return NotificationDeclarations.changes();
    }
}
