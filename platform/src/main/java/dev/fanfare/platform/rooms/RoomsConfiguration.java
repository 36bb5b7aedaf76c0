package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.tenant.RoomChannels;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import java.security.Principal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of rooms, and how people look in them. */
@Configuration(proxyBeanMethods = false)
class RoomsConfiguration {
    private record Face(String name, @Nullable String avatar) {}

    @Bean
    Consumer<RegistryBuilder<Principal>> tenantChannels(Tenants tenants) {
        return new TenantChannels<>(
                (user, id) -> tenants.isMember(id, user.getName())
                        ? Decision.allow("member of the tenant")
                        : Decision.deny("no member of the tenant"),
                (user, id) -> Decision.deny("no orders yet"));
    }

    @Bean
    Consumer<RegistryBuilder<Principal>> roomChannels(RoomPolicy policy, Accounts accounts) {
        return RoomDeclarations.of(new RoomChannels<>(policy, user -> {
            Person person = accounts.people(List.of(user.getName())).get(user.getName());
            return new Member(user.getName(), person == null ? null : new Face(person.name(), person.avatar()));
        }));
    }
}
