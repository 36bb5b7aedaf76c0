package dev.fanfare.sdk.systems.conversation;

/** Where an application keeps who takes part in a conversation, and what they have read. */
@FunctionalInterface
public interface ConversationLists {
    /** How a conversation stands once a message is in it. Called on the sender's thread, in its transaction. */
    ConversationUpdated after(MessageSent message);
}
