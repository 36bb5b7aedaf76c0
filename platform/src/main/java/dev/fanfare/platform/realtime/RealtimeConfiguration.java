package dev.fanfare.platform.realtime;

import dev.fanfare.sdk.bus.BusSettings;
import dev.fanfare.sdk.bus.EventBus;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.announcement.AnnouncementChannels;
import dev.fanfare.sdk.systems.user.UserChannels;
import dev.fanfare.spring.TransactionalOutbox;
import java.security.Principal;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the channels together that the modules declare, each as a bean. */
@Configuration(proxyBeanMethods = false)
class RealtimeConfiguration {
    @Bean
    Registry<Principal> registry(List<Consumer<RegistryBuilder<Principal>>> declarations) {
        RegistryBuilder<Principal> registry = Registry.builder();
        declarations.forEach(registry::with);
        return registry.build();
    }

    @Bean
    Consumer<RegistryBuilder<Principal>> userChannels() {
        return new UserChannels<>(Principal::getName);
    }

    @Bean
    Consumer<RegistryBuilder<Principal>> announcementChannels() {
        return new AnnouncementChannels<>();
    }

    @Bean
    Consumer<RegistryBuilder<Principal>> unreadCounts() {
        return UnreadChanged.declaration();
    }

    /** What the modules publish with: in their transaction, and into the log. */
    @Bean
    @Primary
    EventPublisher publisher(Registry<Principal> registry, EventLog log, TransactionalOutbox outbox) {
        return new LoggingPublisher(registry, log, outbox);
    }

    /** From one module to others, in memory: what must not be lost is in the database as well. */
    @Bean
    EventBus eventBus() {
        return new EventBus(BusSettings.DEFAULT);
    }
}
