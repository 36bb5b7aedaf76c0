package dev.fanfare.platform.conversations;

import dev.fanfare.sdk.registry.Projection;
import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.conversation.ConversationChannels;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The channels of conversations, and what they carry besides what every application tells of its conversations. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> conversationChannels(ConversationPolicy participants) {
        return registry -> registry.with(new ConversationChannels<>(participants))
                .event(
                        MessageUpdated.class,
                        updated -> updated.whole(
                                ConversationChannels.PATTERN, "message:updated", MessageUpdated::conversationId))
                .event(
                        MessageDeleted.class,
                        deleted -> deleted.whole(
                                ConversationChannels.PATTERN, "message:deleted", MessageDeleted::conversationId))
                .event(LongMessage.class, ConversationConfiguration::longMessage);
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
