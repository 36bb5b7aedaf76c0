package dev.fanfare.platform.rooms;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.tenant.RoomChannels;
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
    Consumer<RegistryBuilder<Principal>> roomChannels(RoomPolicy policy, Accounts accounts) {
        return RoomDeclarations.of(new RoomChannels<>(policy, user -> {
            Person person = accounts.people(List.of(user.getName())).get(user.getName());
            return new Member(user.getName(), person == null ? null : new Face(person.name(), person.avatar()));
        }));
    }
}
