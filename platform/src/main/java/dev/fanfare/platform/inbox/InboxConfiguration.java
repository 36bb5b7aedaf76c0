package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.platform.work.DueWorker;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.inbox.InboxChannels;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of contacts, and what goes on by itself. */
@Configuration(proxyBeanMethods = false)
class InboxConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> inboxChannels(TeamPolicy team, Accounts accounts) {
        return InboxDeclarations.of(new InboxChannels<>(team, user -> viewer(accounts, user.getName())));
    }

    /** Without an address or anything else that only they may know. */
    private static Member viewer(Accounts accounts, String userId) {
        Person person = accounts.people(List.of(userId)).get(userId);
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", userId);
        shown.put("name", person == null ? "" : person.name());
        shown.put("avatar", person == null ? null : person.avatar());
        return new Member(userId, shown);
    }

    @Bean
    DueWorker textSender(SendQueue queue, DueSignal signal, Clock clock) {
        return new DueWorker(queue, signal, clock);
    }

    @Bean
    DueWorker snoozeClock(Snoozing snoozing, DueSignal signal, Clock clock) {
        return new DueWorker(snoozing, signal, clock);
    }

    @Bean
    DueWorker mediaFetcher(MediaQueue media, DueSignal signal, Clock clock) {
        return new DueWorker(media, signal, clock);
    }
}
