package dev.fanfare.sdk.systems.inbox;

import java.time.Instant;

/** What an agent has written about a contact, for the team only. */
public record Note(String id, String contactId, String authorId, String text, Instant createdAt, Instant updatedAt) {}
