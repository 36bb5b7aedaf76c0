package dev.fanfare.sdk.systems.conversation;

/**
 * A participant has begun or ceased to write: {@code typing} on the conversation's channel, and {@code typing:start} or
 * {@code typing:stop} again. Worth nothing a second later, so it goes past any outbox.
 */
public record Typing(String conversationId, String userId, boolean isTyping) {}
