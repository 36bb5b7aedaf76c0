package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeObserver;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.TypedRealtime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;

/** The service that the settings describe, and typed publishing where the application has a registry. */
@AutoConfiguration
@EnableConfigurationProperties(FanfareProperties.class)
public class FanfareAutoConfiguration {
    /** Logs failures, and tells every {@link RealtimeObserver} of the application. Closed with the application. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    RealtimeService realtimeService(FanfareProperties properties, ObjectProvider<RealtimeObserver> observers) {
        RealtimeObserver all = observers.orderedStream().reduce(RealtimeObserver.logging(), RealtimeObserver::and);
        return RealtimeServices.create(properties.settings(System.getenv())).observedBy(all);
    }

    @Bean
    Reachability reachability() {
        return new Reachability(System::nanoTime);
    }

    /** Publishes at once. Whoever asks for an {@code EventPublisher} gets the outbox instead, where there is one. */
    @Bean
    @Fallback
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(Registry.class)
    TypedRealtime typedRealtime(RealtimeService service, Registry<?> registry) {
        return new TypedRealtime(service, registry);
    }
}
