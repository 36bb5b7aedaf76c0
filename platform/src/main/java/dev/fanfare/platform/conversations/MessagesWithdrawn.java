package dev.fanfare.platform.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Messages to somebody are gone. Published by Spring in the transaction that takes them away.
 *
 * @param senderName what their sender is called now; null if it has not changed
 */
public record MessagesWithdrawn(
        String recipientId, @Nullable String senderName, String conversationId, List<String> messageIds) {}
