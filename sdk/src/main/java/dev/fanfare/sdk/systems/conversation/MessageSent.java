package dev.fanfare.sdk.systems.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message is in its conversation: {@code message:new} on the conversation's channel, and as {@code new-message} again.
 *
 * @param senderId null for one that the application itself has written
 */
public record MessageSent(
        String id, String text, Instant sentAt, @Nullable String senderId, String conversationId) {}
