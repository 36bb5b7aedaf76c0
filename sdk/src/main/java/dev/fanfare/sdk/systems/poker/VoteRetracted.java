package dev.fanfare.sdk.systems.poker;

/** Somebody has taken their vote back: {@code vote-retracted}. */
public record VoteRetracted(String sessionId, String taskId, String userId) {}
