package dev.fanfare.platform.admin;

import dev.fanfare.sdk.registry.RegistryBuilder;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of announcements besides of themselves. */
@Configuration(proxyBeanMethods = false)
class AdminConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> announcementEndings() {
        return AdminDeclarations.endings();
    }
}
