package dev.fanfare.sdk.systems.conversation;

import dev.fanfare.sdk.registry.Policy;
import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.function.Consumer;

/**
 * A channel for each conversation. Lists of conversations live on the {@link UserChannels}, which have to be there, too.
 *
 * @param participants who may subscribe to a conversation's channel
 */
public record ConversationChannels<U>(Policy<U> participants) implements Consumer<RegistryBuilder<U>> {
    public static final String PATTERN = "private-conversation-{conversationId}";

    @Override
    public void accept(RegistryBuilder<U> registry) {
        registry.channel(PATTERN, channel -> channel.allows(participants))
                .event(MessageSent.class, ConversationChannels::messageSent)
                .event(
                        ConversationUpdated.class,
                        updated -> updated.toEach(
                                UserChannels.PATTERN,
                                "conversation:updated",
                                ConversationEntry.class,
                                ConversationUpdated::participantIds,
                                ConversationUpdated::seenBy))
                .event(
                        ConversationRead.class,
                        read -> read.whole(PATTERN, "conversation:read", ConversationRead::conversationId))
                .event(Typing.class, ConversationChannels::typing);
    }

    private static void messageSent(Projection<MessageSent> projection) {
        projection
                .whole(PATTERN, "message:new", MessageSent::conversationId)
                .alias(PATTERN, "new-message", NewMessage.class, MessageSent::conversationId, NewMessage::of);
    }

    private static void typing(Projection<Typing> projection) {
        projection
                .whole(PATTERN, "typing", Typing::conversationId)
                .alias(
                        PATTERN,
                        "typing:start",
                        Typing.class,
                        Typing::conversationId,
                        typing -> typing.isTyping() ? typing : null)
                .alias(
                        PATTERN,
                        "typing:stop",
                        Typing.class,
                        Typing::conversationId,
                        typing -> typing.isTyping() ? null : typing);
    }
}
