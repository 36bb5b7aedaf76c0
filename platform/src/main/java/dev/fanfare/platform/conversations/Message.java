package dev.fanfare.platform.conversations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it stands, with the text and its time under both names that clients know.
 *
 * @param seq from 1, without a gap within its conversation
 * @param senderId null for one that the application itself has written
 * @param text empty once it is deleted
 * @param clientId as the sender has called it
 * @param version goes up with each change
 */
record Message(
        String id,
        String conversationId,
        long seq,
        @Nullable String senderId,
        String text,
        Instant sentAt,
        @Nullable String clientId,
        @Nullable Instant editedAt,
        @Nullable Instant deletedAt,
        int version) {
    @JsonProperty("content")
    String content() {
        return text;
    }

    @JsonProperty("createdAt")
    Instant createdAt() {
        return sentAt;
    }

    Message edited(String newText, Instant now) {
        return new Message(id, conversationId, seq, senderId, newText, sentAt, clientId, now, deletedAt, version + 1);
    }

    Message deleted(Instant now) {
        return new Message(id, conversationId, seq, senderId, "", sentAt, clientId, editedAt, now, version + 1);
    }
}
