package dev.fanfare.sdk.systems.inbox;

import org.jspecify.annotations.Nullable;

/** A note is new, or has changed: {@code note:created} or {@code note:updated} on the contact's channel. */
public record NoteSaved(Note note, boolean isNew) {
    String contactId() {
        return note.contactId();
    }

    @Nullable
    Note created() {
        return isNew ? note : null;
    }

    @Nullable
    Note updated() {
        return isNew ? null : note;
    }
}
