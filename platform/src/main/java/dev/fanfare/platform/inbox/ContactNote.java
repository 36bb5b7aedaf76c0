package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Person;
import java.time.Instant;
import java.util.List;

/**
 * What an agent has written about a contact, for the team alone.
 *
 * @param mentions who is told of it because its text names them
 * @param version goes up with each change
 */
record ContactNote(
        String id,
        String contactId,
        Person author,
        String text,
        List<Person> mentions,
        Instant createdAt,
        Instant updatedAt,
        int version) {
    /** The same in other words. */
    ContactNote saying(String newText, List<Person> newMentions, Instant now) {
        return new ContactNote(id, contactId, author, newText, newMentions, createdAt, now, version + 1);
    }
}
