package dev.fanfare.platform.inbox;

import dev.fanfare.platform.inbox.Contact.Reach;
import dev.fanfare.platform.inbox.StoredMessage.Phase;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.work.DueSignal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps messages that have changed, and tells their teams. Within a transaction. */
@Component
class MessageKeeper {
    private static final int LONGEST_REASON = 300;
    private static final String OPTED_OUT = "21610";
    private static final String WINDOW_CLOSED = "63016";

    private final ContactTable contacts;
    private final ContactMessageTable messages;
    private final InboxNews news;
    private final Desk desk;
    private final DueSignal signal;

    MessageKeeper(ContactTable contacts, ContactMessageTable messages, InboxNews news, Desk desk, DueSignal signal) {
        this.contacts = contacts;
        this.messages = messages;
        this.news = news;
        this.desk = desk;
        this.signal = signal;
    }

    /** A message that nobody else changes now. */
    record Held(Contact contact, StoredMessage message) {}

    /** Null if there is no such message. */
    @Nullable
    Held hold(String messageId) {
        StoredMessage message = messages.find(messageId);
        Contact contact = message == null ? null : contacts.lock(message.contactId());
        StoredMessage now = contact == null ? null : messages.find(messageId);
        return contact == null || now == null ? null : new Held(contact, now);
    }

    void keep(Held held, StoredMessage after) {
        messages.save(after);
        if (!after.delivery().equals(held.message.delivery())) {
            news.saved(held.contact, after, false);
        }
        Phase phase = after.sending().phase();
        if (phase == null || phase == Phase.WATCHING) {
            messages.hurry(after.contactId(), desk.now());
        }
        signal.raiseAfterCommit();
    }

    /** @param reason null if the code says it all */
    void fail(Held held, String code, @Nullable String reason) {
        StoredMessage message = held.message;
        String said = reason == null ? null : PlainText.cut(PlainText.line(reason), LONGEST_REASON);
        keep(
                held,
                message.with(
                        message.delivery().failed(code, said), message.sending().next(null, null)));
        learn(held.contact, code);
    }

    /** What a refusal says about the contact. */
    void learn(Contact contact, @Nullable String code) {
        Reach reach = contact.reach();
        if (OPTED_OUT.equals(code) && reach.optedOutAt() == null) {
            desk.keeper().keep(contact, contact.with(reach.optedOut(desk.now())).nextVersion());
        } else if (WINDOW_CLOSED.equals(code)) {
            desk.keeper().keep(contact, contact.with(reach.windowClosed()));
        }
    }
}
