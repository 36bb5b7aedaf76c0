package dev.fanfare.platform.inbox;

import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.sdk.Payload;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.inbox.ContactMessage;
import dev.fanfare.sdk.systems.inbox.ContactUpdated;
import dev.fanfare.sdk.systems.inbox.InboxChannels;
import dev.fanfare.sdk.systems.inbox.MessageSaved;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Tells teams what has happened, in the transaction that makes it happen, which has locked the contact. A telephone number is in
 * none of it.
 */
@Component
class InboxNews {
    private static final ChannelPattern CHANNEL = ChannelPattern.parse(InboxChannels.CONTACT);

    private final EventPublisher publisher;
    private final EventLog log;
    private final Teams teams;
    private final ContactTable contacts;

    InboxNews(EventPublisher publisher, EventLog log, Teams teams, ContactTable contacts) {
        this.publisher = publisher;
        this.log = log;
        this.teams = teams;
        this.contacts = contacts;
    }

    void tell(Object event) {
        publisher.publish(event);
    }

    void saved(Contact contact, StoredMessage message, boolean isNew) {
        ContactMessage told = new ContactMessage(
                message.id(),
                message.contactId(),
                message.direction(),
                message.medium().word(),
                message.body(),
                message.delivery().status().word(),
                message.isRead(contact.progress().readSeq()),
                message.senderId(),
                message.createdAt());
        int size = Payload.json(told).getBytes(StandardCharsets.UTF_8).length;
        publisher.publish(
                size <= ProtocolLimits.EVENT_DATA_SIZE
                        ? new MessageSaved(told, isNew)
                        : new LongText(message.id(), message.contactId(), isNew));
    }

    /** @param changes new values by the names that they have in answers; a JSON null for none */
    void updated(Contact contact, Map<String, Object> changes) {
        publisher.publish(new ContactUpdated(contact.id(), changes));
    }

    /** Leaves nothing in the log of what was told so far of a contact that is no more. */
    void forget(String contactId) {
        log.forget(CHANNEL.channel(contactId).value());
    }

    /** The contact looks different in lists. Counted while nobody else counts for the same agents, so that totals come in order. */
    void listed(Contact contact) {
        listed(contact.id(), contact.teamId());
    }

    void listed(String contactId, String teamId) {
        listed(contactId, teams.members(teamId));
    }

    /** @param agents who may be others than the team's, if it has others than before */
    void listed(String contactId, Collection<String> agents) {
        if (!agents.isEmpty()) {
            log.holdUsers(agents);
            publisher.publish(new InboxChanged(contactId, contacts.unread(agents)));
        }
    }
}
