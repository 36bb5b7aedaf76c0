package dev.fanfare.platform.admin;

import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.platform.work.DueWorker;
import dev.fanfare.sdk.registry.RegistryBuilder;
import java.security.Principal;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of announcements besides of themselves, and what tells them when it is time. */
@Configuration(proxyBeanMethods = false)
class AdminConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> announcementEndings() {
        return AdminDeclarations.endings();
    }

    @Bean
    DueWorker announcementClock(DueAnnouncements announcements, DueSignal signal, Clock clock) {
        return new DueWorker(announcements, signal, clock);
    }
}
