package dev.fanfare.sdk.systems.inbox;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.user.UserChannels;
import java.util.Collection;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Tells a team of events that need no declaration. Safe to use from several threads.
 *
 * @param publisher where they go
 */
public record InboxEvents(EventPublisher publisher) {
    private static final ChannelPattern CONTACT = ChannelPattern.parse(InboxChannels.CONTACT);
    private static final ChannelPattern VIEWERS = ChannelPattern.parse(InboxChannels.VIEWERS);
    private static final ChannelPattern USER = ChannelPattern.parse(UserChannels.PATTERN);

    /** Tells all who may see the contact. */
    public CompletionStage<Void> notifyContact(String contactId, String event, @Nullable Object data) {
        return publisher.publish(OutboundEvent.of(CONTACT.channel(contactId).value(), event, data));
    }

    /** Tells those who look at the contact just now. */
    public CompletionStage<Void> notifyContactViewers(String contactId, String event, @Nullable Object data) {
        return publisher.publish(OutboundEvent.of(VIEWERS.channel(contactId).value(), event, data));
    }

    /**
     * Tells each agent of a team on a channel of their own.
     *
     * @param agentIds ids of users
     */
    public CompletionStage<Void> notifyTeam(Collection<String> agentIds, String event, @Nullable Object data) {
        return publisher.publishAll(agentIds.stream()
                .distinct()
                .map(agent -> OutboundEvent.of(USER.channel(agent).value(), event, data))
                .toList());
    }
}
