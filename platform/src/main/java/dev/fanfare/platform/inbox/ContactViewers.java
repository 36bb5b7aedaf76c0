package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.sdk.webhook.WebhookEvent.MemberAdded;
import dev.fanfare.sdk.webhook.WebhookEvent.MemberRemoved;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Who looks at which contact, for lists. The server knows, since whoever looks is on the contact's presence channel; whoever
 * subscribed to that of each row would look at all of them.
 */
@Component
class ContactViewers {
    private static final String PREFIX = "presence-contact-";
    private static final int MOST = 50;
    private static final Logger LOG = LoggerFactory.getLogger(ContactViewers.class);

    private final ContactTable contacts;
    private final Teams teams;
    private final Accounts accounts;
    private final RealtimeService realtime;
    private final TypedRealtime events;

    ContactViewers(
            ContactTable contacts, Teams teams, Accounts accounts, RealtimeService realtime, TypedRealtime events) {
        this.contacts = contacts;
        this.teams = teams;
        this.accounts = accounts;
        this.realtime = realtime;
        this.events = events;
    }

    /** Those who look at a contact. */
    record Viewed(String contactId, List<Person> people) {}

    @EventListener
    void came(MemberAdded event) {
        tell(event.channel());
    }

    @EventListener
    void gone(MemberRemoved event) {
        tell(event.channel());
    }

    /** Nobody wants to know later, so it goes to the server at once and is not kept. */
    private void tell(String channel) {
        Contact contact = channel.startsWith(PREFIX) ? contacts.find(channel.substring(PREFIX.length())) : null;
        if (contact != null) {
            events.publish(new ViewersChanged(contact.id(), teams.members(contact.teamId())));
        }
    }

    /** Of the contacts of an agent's teams, no more than fifty; none while the server cannot be reached. */
    List<Viewed> seenBy(String agentId) {
        try {
            Map<String, CompletableFuture<List<String>>> asked = new LinkedHashMap<>();
            List<String> looked = realtime.channels(PREFIX, Set.of()).toCompletableFuture().join().keySet().stream()
                    .map(channel -> channel.substring(PREFIX.length()))
                    .toList();
            for (String id : contacts.ofTeams(agentId, looked, MOST)) {
                asked.put(id, realtime.members(PREFIX + id).toCompletableFuture());
            }
            Map<String, List<String>> ids = new LinkedHashMap<>();
            asked.forEach((contactId, members) -> ids.put(contactId, members.join()));
            return named(ids);
        } catch (CompletionException | RealtimeException e) {
            LOG.warn("Who looks at contacts cannot be found out now: {}", e.getMessage());
            return List.of();
        }
    }

    private List<Viewed> named(Map<String, List<String>> ids) {
        Set<String> all = new HashSet<>();
        ids.values().forEach(all::addAll);
        Map<String, Person> people = accounts.people(all);
        return ids.entrySet().stream()
                .map(entry -> new Viewed(
                        entry.getKey(),
                        entry.getValue().stream()
                                .map(people::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }
}
