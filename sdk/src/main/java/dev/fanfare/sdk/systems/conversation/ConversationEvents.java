package dev.fanfare.sdk.systems.conversation;

import dev.fanfare.sdk.registry.EventPublisher;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/**
 * Tells of what happens in conversations. Safe to use from several threads.
 *
 * @param publisher of an application that has {@link ConversationChannels}
 */
public record ConversationEvents(EventPublisher publisher) {
    public CompletionStage<Void> emitNewMessageEvent(MessageSent message) {
        return publisher.publish(message);
    }

    /** Tells each participant, with the unread messages of their own. */
    public CompletionStage<Void> emitConversationUpdatedForUsers(ConversationUpdated conversation) {
        return publisher.publish(conversation);
    }

    public CompletionStage<Void> emitConversationRead(String conversationId, String readerId, Instant readAt) {
        return publisher.publish(new ConversationRead(conversationId, readerId, readAt));
    }
}
