package dev.fanfare.platform.conversations;

import java.time.Instant;

/** A message is gone: {@code message:deleted} on the conversation's channel. */
record MessageDeleted(String id, String conversationId, Instant deletedAt) {}
