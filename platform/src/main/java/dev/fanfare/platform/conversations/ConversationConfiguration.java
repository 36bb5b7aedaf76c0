package dev.fanfare.platform.conversations;

import dev.fanfare.sdk.registry.RegistryBuilder;
import dev.fanfare.sdk.systems.conversation.ConversationChannels;
import java.security.Principal;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who hears of conversations. */
@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {
    @Bean
    Consumer<RegistryBuilder<Principal>> conversationChannels(ConversationPolicy participants) {
        return ConversationDeclarations.of(new ConversationChannels<>(participants));
    }
}
