package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.webhook.WebhookReceiver;
import java.security.Principal;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The endpoints that clients and the server ask, for an application on Spring MVC. */
@AutoConfiguration(after = FanfareAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class FanfareWebAutoConfiguration {
    /** For an application with a registry of {@link Principal}s. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnSingleCandidate(Registry.class)
    @ConditionalOnBooleanProperty(name = "fanfare.auth.enabled", matchIfMissing = true)
    static class Authorization {
        /** Who a principal is at sign-in: its name, and nothing else, unless the application has an endpoint of its own. */
        @Bean
        @ConditionalOnMissingBean
        AuthorizationEndpoint<Principal> authorizationEndpoint(RealtimeService service, Registry<Principal> registry) {
            return new AuthorizationEndpoint<>(service, registry, principal -> SignedInUser.of(principal.getName()));
        }

        @Bean
        @ConditionalOnMissingBean
        AuthorizationController authorizationController(
                AuthorizationEndpoint<Principal> endpoint, RealtimeService service) {
            return new AuthorizationController(endpoint, service);
        }
    }

    /** For any application. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "fanfare.webhook.enabled", matchIfMissing = true)
    static class Webhooks {
        @Bean
        @ConditionalOnMissingBean
        WebhookReceiver webhookReceiver(RealtimeService service) {
            return new WebhookReceiver(service);
        }

        @Bean
        WebhookController webhookController(WebhookReceiver receiver, ApplicationEventPublisher listeners) {
            return new WebhookController(receiver, listeners);
        }
    }
}
