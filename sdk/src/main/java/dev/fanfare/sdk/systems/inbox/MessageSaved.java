package dev.fanfare.sdk.systems.inbox;

import org.jspecify.annotations.Nullable;

/** A message is new, or has changed: {@code message:created} or {@code message:updated} on the contact's channel. */
public record MessageSaved(ContactMessage message, boolean isNew) {
    String contactId() {
        return message.contactId();
    }

    @Nullable
    ContactMessage created() {
        return isNew ? message : null;
    }

    @Nullable
    ContactMessage updated() {
        return isNew ? null : message;
    }
}
