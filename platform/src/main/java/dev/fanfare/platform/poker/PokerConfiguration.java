package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.platform.work.DueWorker;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.poker.PokerChannels;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of sessions, and what lets them go on. */
@Configuration(proxyBeanMethods = false)
class PokerConfiguration {
    /** For whoever was away when it ended. */
    private static final Duration OPEN_AFTER_END = Duration.ofMinutes(5);

    /** What others in a session see of somebody. */
    record Shown(String name, @Nullable String avatar) {}

    @Bean
    Consumer<RegistryBuilder<Principal>> pokerDeclarations(
            PokerTable sessions, Tenants tenants, Accounts accounts, PokerSettings settings, Clock clock) {
        Policy<Principal> players = (user, id) -> {
            PokerSession session = sessions.find(id);
            if (session == null || !tenants.isMember(session.tenantId(), user.getName())) {
                return Decision.deny("of another tenant, or no such session");
            }
            Instant endedAt = session.endedAt();
            return endedAt == null || clock.instant().isBefore(endedAt.plus(OPEN_AFTER_END))
                    ? Decision.allow("of the session's tenant")
                    : Decision.deny("over");
        };
        PokerChannels<Principal> channels =
                new PokerChannels<>(players, user -> player(user.getName(), accounts), settings.voteDisclosure());
        return registry -> {
            registry.with(PokerDeclarations.of(channels));
            if (!settings.publicChannel()) {
                registry.silence(List.of(PokerChannels.PUBLIC));
            }
        };
    }

    private static Member player(String userId, Accounts accounts) {
        Account account = accounts.find(userId);
        return new Member(userId, account == null ? null : new Shown(account.name(), account.avatar()));
    }

    @Bean
    DueWorker pokerWorker(PokerTable sessions, Games games, DueSignal signal, Clock clock) {
        return new DueWorker(new DueSessions(sessions, games), signal, clock);
    }
}
