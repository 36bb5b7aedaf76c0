package dev.fanfare.platform.inbox;

import java.util.List;

/** What somebody is to know of being mentioned in notes. Published by Spring in the transaction that changes the notes. */
public sealed interface NoteMention {
    String accountId();

    /**
     * They are mentioned.
     *
     * @param excerpt how the note begins, without telephone numbers
     * @param isNew false if they have been told already, and only the words are others
     */
    record Told(String accountId, String authorName, String contactId, String noteId, String excerpt, boolean isNew)
            implements NoteMention {}

    /** They are mentioned no longer, or the notes are gone. */
    record Withdrawn(String accountId, String contactId, List<String> noteIds) implements NoteMention {}

    /** The contact has become another, which has the notes now. */
    record Moved(String accountId, String fromContactId, String toContactId) implements NoteMention {}
}
