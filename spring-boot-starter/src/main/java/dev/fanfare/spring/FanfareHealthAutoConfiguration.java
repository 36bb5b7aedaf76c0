package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/** The health indicator {@code fanfare}, where the application has health; {@code management.health.fanfare.enabled}. */
@AutoConfiguration(after = FanfareOutboxAutoConfiguration.class)
@ConditionalOnClass(HealthIndicator.class)
@ConditionalOnEnabledHealthIndicator("fanfare")
public class FanfareHealthAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "fanfareHealthIndicator")
    HealthIndicator fanfareHealthIndicator(
            RealtimeService service, Reachability reachability, ObjectProvider<OutboxWatch> outbox) {
        return new RealtimeHealth(service, reachability, outbox.getIfAvailable());
    }
}
