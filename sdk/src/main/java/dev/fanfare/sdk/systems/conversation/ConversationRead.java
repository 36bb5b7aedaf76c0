package dev.fanfare.sdk.systems.conversation;

import java.time.Instant;

/** A participant has read all there is: {@code conversation:read} on the conversation's channel. */
public record ConversationRead(String conversationId, String readerId, Instant readAt) {}
