package dev.fanfare.platform.conversations;

import dev.fanfare.sdk.systems.conversation.ConversationEntry;

/** A conversation looks different to one of the two alone: {@code conversation:updated} on that user's channel. */
record EntryChanged(String userId, ConversationEntry entry) {}
