package dev.fanfare.sdk.systems.tenant;

/**
 * Somebody in a room has begun or ceased to write: {@code typing:start} or {@code typing:stop}. Worth nothing a second later, so it
 * goes past any outbox.
 */
public record RoomTyping(String roomId, String userId, boolean isTyping) {}
