package dev.fanfare.platform.inbox;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Leaves nothing of a contact, neither in the tables nor in the log of events. */
@Component
class ContactErasing {
    private final TeamPolicy policy;
    private final ContactTable contacts;
    private final InboxNews news;
    private final Desk desk;

    ContactErasing(TeamPolicy policy, ContactTable contacts, InboxNews news, Desk desk) {
        this.policy = policy;
        this.contacts = contacts;
        this.news = news;
        this.desk = desk;
    }

    /** @throws dev.fanfare.platform.web.Problem 404 to those who are not in the contact's team */
    void erase(String id, String userId) {
        desk.ledger().change(() -> {
            Contact contact = policy.locked(id, userId);
            contacts.delete(id);
            news.forget(id);
            news.updated(contact, Map.of("deleted", true));
            news.listed(contact);
            return true;
        });
    }
}
