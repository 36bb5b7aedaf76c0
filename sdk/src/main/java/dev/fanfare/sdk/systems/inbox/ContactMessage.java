package dev.fanfare.sdk.systems.inbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message from or to a contact.
 *
 * @param channel what carries it, such as {@code sms}
 * @param status how far it is, as its carrier says
 * @param senderId the agent who has sent it; null for the contact's own
 */
public record ContactMessage(
        String id,
        String contactId,
        Direction direction,
        String channel,
        String body,
        String status,
        boolean read,
        @Nullable String senderId,
        Instant createdAt) {
    /** Which way it goes. */
    public enum Direction {
        @JsonProperty("inbound")
        INBOUND,
        @JsonProperty("outbound")
        OUTBOUND
    }
}
