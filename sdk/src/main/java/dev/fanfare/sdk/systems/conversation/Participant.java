package dev.fanfare.sdk.systems.conversation;

/** Who takes part in a conversation. */
public record Participant(String id, String name) {}
