package dev.fanfare.platform.conversations;

import java.time.Instant;

/** A message reads otherwise now: {@code message:updated} on the conversation's channel. */
record MessageUpdated(String id, String conversationId, String text, Instant editedAt, int version) {}
