package dev.fanfare.sdk.systems.inbox;

/** An agent has read a message: {@code message:read} on the contact's channel. */
public record MessageRead(String messageId, String contactId, String readBy) {}
