package dev.fanfare.platform.conversations;

import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.conversation.ConversationChannels;
import dev.fanfare.sdk.systems.conversation.ConversationEntry;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.function.Consumer;

/** What is told in conversations, with what every application tells of its own. */
public final class ConversationDeclarations {
    private ConversationDeclarations() {}

    public static <U> Consumer<RegistryBuilder<U>> of(ConversationChannels<U> channels) {
        return registry -> registry.with(channels)
                .event(
                        MessageUpdated.class,
                        updated -> updated.whole(
                                ConversationChannels.PATTERN, "message:updated", MessageUpdated::conversationId))
                .event(
                        MessageDeleted.class,
                        deleted -> deleted.whole(
                                ConversationChannels.PATTERN, "message:deleted", MessageDeleted::conversationId))
                .event(
                        EntryChanged.class,
                        changed -> changed.to(
                                UserChannels.PATTERN,
                                "conversation:updated",
                                ConversationEntry.class,
                                EntryChanged::userId,
                                EntryChanged::entry))
                .event(LongMessage.class, ConversationDeclarations::longMessage);
    }

    private static void longMessage(Projection<LongMessage> projection) {
        projection
                .to(
                        ConversationChannels.PATTERN,
                        "message:new",
                        LongMessage.Told.class,
                        LongMessage::conversationId,
                        message -> message.isNew() ? message.told() : null)
                .alias(
                        ConversationChannels.PATTERN,
                        "new-message",
                        LongMessage.Told.class,
                        LongMessage::conversationId,
                        message -> message.isNew() ? message.told() : null)
                .to(
                        ConversationChannels.PATTERN,
                        "message:updated",
                        LongMessage.Told.class,
                        LongMessage::conversationId,
                        message -> message.isNew() ? null : message.told());
    }
}
