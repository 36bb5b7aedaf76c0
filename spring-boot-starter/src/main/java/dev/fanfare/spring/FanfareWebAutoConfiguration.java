package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import dev.fanfare.sdk.authorization.AuthorizationObserver;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.webhook.WebhookReceiver;
import java.security.Principal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The endpoints that clients and the server ask, for an application on Spring MVC. */
@AutoConfiguration(after = FanfareAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class FanfareWebAutoConfiguration {
    /** For users who are principals, or whatever {@link UserLookup} makes of them. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "fanfare.auth.enabled", matchIfMissing = true)
    static class Authorization {
        /**
         * Who a principal is at sign-in: its name, and nothing else, unless the application has an endpoint of its own. Logs its
         * decisions, and tells every {@link AuthorizationObserver} of the application.
         */
        @Bean
        @ConditionalOnMissingBean(AuthorizationEndpoint.class)
        @Conditional(OnPrincipalRegistry.class)
        AuthorizationEndpoint<Principal> authorizationEndpoint(
                RealtimeService service,
                Registry<Principal> registry,
                ObjectProvider<AuthorizationObserver> observers) {
            return new AuthorizationEndpoint<>(
                    service,
                    registry,
                    Principal::getName,
                    principal -> SignedInUser.of(principal.getName()),
                    observers.orderedStream().reduce(AuthorizationObserver.logging(), AuthorizationObserver::and));
        }

        @Bean
        @ConditionalOnMissingBean(UserLookup.class)
        @Conditional(OnPrincipalRegistry.class)
        UserLookup<Principal> principalLookup() {
            return principal -> principal;
        }

        @Bean
        @ConditionalOnBean({AuthorizationEndpoint.class, UserLookup.class})
        <U> AuthorizationController<U> authorizationController(
                AuthorizationEndpoint<U> endpoint,
                UserLookup<U> users,
                RealtimeService service,
                FanfareProperties properties) {
            return new AuthorizationController<>(
                    endpoint, users, service, properties.clients().provider());
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
