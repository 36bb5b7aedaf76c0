package dev.fanfare.platform.inbox;

import dev.fanfare.platform.conversations.OtherMessages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A text can be marked as read by its id, as any message can. */
@Component
class InboxReading implements OtherMessages {
    private final ContactMessageTable messages;
    private final ContactTable table;
    private final TeamPolicy policy;
    private final Contacts contacts;

    InboxReading(ContactMessageTable messages, ContactTable table, TeamPolicy policy, Contacts contacts) {
        this.messages = messages;
        this.table = table;
        this.policy = policy;
        this.contacts = contacts;
    }

    @Override
    public @Nullable Left read(String userId, String messageId) {
        StoredMessage message = messages.find(messageId);
        if (message == null) {
            return null;
        }
        policy.visible(message.contactId(), userId);
        Contact contact = contacts.read(userId, message.contactId(), message.seq());
        return new Left(contact.progress().unread(), table.unread(userId));
    }
}
