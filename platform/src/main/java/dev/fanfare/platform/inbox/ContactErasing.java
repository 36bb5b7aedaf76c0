package dev.fanfare.platform.inbox;

import java.util.Map;
import org.springframework.stereotype.Component;

/** Leaves nothing of a contact, neither in the tables, nor in the log of events, nor with those whom notes mention. */
@Component
class ContactErasing {
    private final TeamPolicy policy;
    private final ContactTable contacts;
    private final Notes notes;
    private final InboxNews news;
    private final Desk desk;

    ContactErasing(TeamPolicy policy, ContactTable contacts, Notes notes, InboxNews news, Desk desk) {
        this.policy = policy;
        this.contacts = contacts;
        this.notes = notes;
        this.news = news;
        this.desk = desk;
    }

    /** @throws dev.fanfare.platform.web.Problem 404 to those who are not in the contact's team */
    void erase(String id, String userId) {
        desk.ledger().change(() -> {
            Contact contact = policy.locked(id, userId);
            notes.withdraw(contact);
            contacts.delete(id);
            news.forget(id);
            news.updated(contact, Map.of("deleted", true));
            news.listed(contact);
            return true;
        });
    }
}
