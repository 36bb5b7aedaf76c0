package dev.fanfare.platform.inbox;

import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.systems.inbox.InboxChannels;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leaves nothing of a contact, neither in the tables nor in the log of events. */
@Component
class ContactErasing {
    private static final ChannelPattern CHANNEL = ChannelPattern.parse(InboxChannels.CONTACT);

    private final TeamPolicy policy;
    private final ContactTable contacts;
    private final InboxNews news;
    private final EventLog log;
    private final Desk desk;

    ContactErasing(TeamPolicy policy, ContactTable contacts, InboxNews news, EventLog log, Desk desk) {
        this.policy = policy;
        this.contacts = contacts;
        this.news = news;
        this.log = log;
        this.desk = desk;
    }

    /** @throws dev.fanfare.platform.web.Problem 404 to those who are not in the contact's team */
    void erase(String id, String userId) {
        desk.ledger().change(() -> {
            Contact contact = policy.locked(id, userId);
            contacts.delete(id);
            log.forget(CHANNEL.channel(id).value());
            news.updated(contact, Map.of("deleted", true));
            news.listed(contact);
            return true;
        });
    }
}
