package dev.fanfare.sdk.systems.tenant;

/** Somebody points somewhere in a room: {@code cursor:move}. Worth nothing a second later, so it goes past any outbox. */
public record CursorMoved(String roomId, String userId, double x, double y) {}
