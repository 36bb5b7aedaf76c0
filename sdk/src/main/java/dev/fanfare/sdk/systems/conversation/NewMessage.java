package dev.fanfare.sdk.systems.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message in the words of {@code new-message}. */
public record NewMessage(
        String id, String conversationId, @Nullable String senderId, String content, Instant createdAt) {
    static NewMessage of(MessageSent message) {
        return new NewMessage(
                message.id(), message.conversationId(), message.senderId(), message.text(), message.sentAt());
    }
}
