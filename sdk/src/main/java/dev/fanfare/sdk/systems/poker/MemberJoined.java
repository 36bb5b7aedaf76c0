package dev.fanfare.sdk.systems.poker;

/** Somebody plays, too: {@code member-joined}. */
public record MemberJoined(String sessionId, String userId, String userName) {}
