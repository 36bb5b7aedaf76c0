package dev.fanfare.platform.conversations;

/**
 * Somebody has been written to. Published by Spring in the transaction that keeps the message, once all that it changes is told.
 *
 * @param excerpt how the text begins
 */
public record MessageReceived(
        String recipientId, String senderName, String conversationId, String messageId, String excerpt) {}
