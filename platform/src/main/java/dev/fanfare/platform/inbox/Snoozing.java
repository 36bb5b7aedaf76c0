package dev.fanfare.platform.inbox;

import dev.fanfare.platform.work.Due;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings contacts back that were put off until now. */
@Component
class Snoozing implements Due {
    private final ContactTable contacts;
    private final InboxNews news;
    private final Desk desk;

    Snoozing(ContactTable contacts, InboxNews news, Desk desk) {
        this.contacts = contacts;
        this.news = news;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "snoozed contacts";
    }

    @Override
    public List<String> due(Instant now) {
        return contacts.rested(now);
    }

    @Override
    public @Nullable Instant nextDue() {
        return contacts.nextRested();
    }

    @Override
    public void goOn(String id) {
        desk.ledger().change(() -> open(id));
    }

    private boolean open(String id) {
        Contact contact = contacts.lock(id);
        Instant now = desk.now();
        Instant until = contact == null ? null : contact.standing().snoozedUntil();
        if (contact == null || until == null || until.isAfter(now)) {
            return false;
        }
        desk.keeper()
                .keep(contact, contact.with(contact.standing().opened(), now).nextVersion());
        news.listed(contact);
        return true;
    }
}
