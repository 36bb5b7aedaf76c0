package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as a team sees it.
 *
 * @param channel what carries it
 * @param read what came by the team, what went out by the contact
 */
record InboxMessage(
        String id,
        String contactId,
        Direction direction,
        Medium channel,
        String body,
        MessageStatus status,
        @Nullable String errorCode,
        @Nullable String error,
        @Nullable String senderId,
        @Nullable Person sender,
        List<Enclosed> media,
        boolean read,
        long seq,
        @Nullable Instant scheduledFor,
        Instant createdAt,
        @Nullable String clientId) {
    /**
     * What goes along with it.
     *
     * @param size 0 while it is not here
     * @param url null while it is not to be had
     */
    record Enclosed(
            String id,
            String contentType,
            long size,
            @Nullable String url) {}
}
