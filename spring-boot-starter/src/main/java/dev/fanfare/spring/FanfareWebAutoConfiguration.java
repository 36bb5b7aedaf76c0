package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import dev.fanfare.sdk.registry.Registry;
import java.security.Principal;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The endpoints that clients ask, for an application on Spring MVC with a registry of {@link Principal}s. */
@AutoConfiguration(after = FanfareAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnSingleCandidate(Registry.class)
public class FanfareWebAutoConfiguration {
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
