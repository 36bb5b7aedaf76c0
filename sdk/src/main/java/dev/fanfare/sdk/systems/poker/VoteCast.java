package dev.fanfare.sdk.systems.poker;

/**
 * Somebody has voted, or changed their vote: {@code vote} on the session's channels, without its value, and on the user's own
 * channel with it.
 */
public record VoteCast(String sessionId, String taskId, String userId, StoryPoints storyPoints) {}
