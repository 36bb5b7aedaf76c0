package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.TypedRealtime;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The service that the settings describe, and typed publishing where the application has a registry. */
@AutoConfiguration
@EnableConfigurationProperties(FanfareProperties.class)
public class FanfareAutoConfiguration {
    /** Closed with the application. */
    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    RealtimeService realtimeService(FanfareProperties properties) {
        return RealtimeServices.create(RealtimeSettings.fromEnvironment(properties.over(System.getenv())));
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnSingleCandidate(Registry.class)
    TypedRealtime typedRealtime(RealtimeService service, Registry<?> registry) {
        return new TypedRealtime(service, registry);
    }
}
