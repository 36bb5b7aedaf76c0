package dev.fanfare.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** What the service and the outbox do as meters, where the application has a {@link MeterRegistry}. */
@AutoConfiguration(
        after = FanfareOutboxAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(MeterRegistry.class)
public class FanfareMetricsAutoConfiguration {
    @Bean
    RequestMeters requestMeters(MeterRegistry registry) {
        return new RequestMeters(registry);
    }

    @Bean
    @ConditionalOnBean(OutboxWatch.class)
    MeterBinder outboxMeters(OutboxWatch outbox) {
        return new OutboxMeters(outbox);
    }
}
