package dev.fanfare.platform.conversations;

/** Somebody has read all that is new in a conversation. Published by Spring in the transaction that keeps how far they have come. */
public record ConversationSeen(String userId, String conversationId) {}
