package dev.fanfare.sdk.systems.inbox;

/**
 * An agent has begun or ceased to write to a contact: {@code user:typing} on the channel of its viewers. Worth nothing a second
 * later, so it goes past any outbox.
 */
public record AgentTyping(String contactId, String userId, boolean isTyping) {}
