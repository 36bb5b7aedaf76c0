package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A contact as one of its team sees it. */
record ContactView(
        String id,
        @Nullable String name,
        String phone,
        TeamName team,
        String status,
        @Nullable Instant snoozedUntil,
        @Nullable Person assignee,
        boolean unread,
        int unreadCount,
        @Nullable Instant lastSeenByMe,
        @Nullable Last lastMessage,
        boolean optedOut,
        List<Medium> channels,
        @Nullable Instant whatsappWindowEndsAt,
        CanSend canSend,
        int version,
        Instant updatedAt) {
    /** Which team it is. */
    record TeamName(String id, String name) {}

    /** The last message. */
    record Last(String id, String body, Direction direction, Instant createdAt) {}

    /** Why nothing can be sent by each medium; null if it can. */
    record CanSend(@Nullable String sms, @Nullable String whatsapp) {}
}
