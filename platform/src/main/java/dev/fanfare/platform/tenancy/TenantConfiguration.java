package dev.fanfare.platform.tenancy;

import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of what the members of a tenant share. */
@Configuration(proxyBeanMethods = false)
class TenantConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> tenantChannels(Tenants tenants, ObjectProvider<OrderParties> orders) {
        Policy<Principal> members = (user, tenantId) -> tenants.isMember(tenantId, user.getName())
                ? Decision.allow("member of the tenant")
                : Decision.deny("no member, or no such tenant");
        Policy<Principal> parties = (user, orderId) -> {
            OrderParties there = orders.getIfAvailable();
            return there == null ? Decision.deny("no orders here") : there.decide(user.getName(), orderId);
        };
        return new TenantChannels<>(members, parties);
    }
}
