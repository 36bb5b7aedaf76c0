package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Person;
import java.time.Instant;

/**
 * What an agent has written about a contact, for the team alone.
 *
 * @param version goes up with each change
 */
record ContactNote(
        String id, String contactId, Person author, String text, Instant createdAt, Instant updatedAt, int version) {}
