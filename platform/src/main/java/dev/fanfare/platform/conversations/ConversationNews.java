package dev.fanfare.platform.conversations;

import dev.fanfare.platform.realtime.UnreadChanged;
import dev.fanfare.platform.realtime.UnreadCounts;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.sdk.Payload;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.conversation.ConversationEntry;
import dev.fanfare.sdk.systems.conversation.ConversationUpdated;
import dev.fanfare.sdk.systems.conversation.LastMessage;
import dev.fanfare.sdk.systems.conversation.MessageSent;
import dev.fanfare.sdk.systems.conversation.Participant;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells participants what has happened, in the transaction that makes it happen. */
@Component
class ConversationNews {
    /** What {@code new-message} needs more than {@code message:new}. */
    private static final int SPARE = 32;

    private final ConversationTable conversations;
    private final EventPublisher publisher;

    ConversationNews(ConversationTable conversations, EventPublisher publisher) {
        this.conversations = conversations;
        this.publisher = publisher;
    }

    void tell(Object event) {
        publisher.publish(event);
    }

    void sent(Message message) {
        tellIfItFits(
                new MessageSent(
                        message.id(), message.text(), message.sentAt(), message.senderId(), message.conversationId()),
                new LongMessage(message.id(), message.conversationId(), true));
    }

    void edited(Message message) {
        tellIfItFits(
                new MessageUpdated(
                        message.id(),
                        message.conversationId(),
                        message.text(),
                        Objects.requireNonNull(message.editedAt()),
                        message.version()),
                new LongMessage(message.id(), message.conversationId(), false));
    }

    private void tellIfItFits(Object event, LongMessage otherwise) {
        int size = Payload.json(event).getBytes(StandardCharsets.UTF_8).length;
        publisher.publish(size + SPARE <= ProtocolLimits.EVENT_DATA_SIZE ? event : otherwise);
    }

    /** Shows each of the two how it stands in their list of conversations. */
    void updated(Parties parties) {
        List<ConversationView> views = conversations.views(parties.conversationId());
        ConversationView any = views.getFirst();
        publisher.publish(new ConversationUpdated(
                parties.conversationId(),
                shortened(any.lastMessage()),
                participants(any),
                views.stream().collect(Collectors.toMap(ConversationView::viewerId, ConversationView::unreadCount))));
    }

    /** Shows one of the two alone how it stands in their list: the other learns nothing of it. */
    void updatedFor(ConversationView view) {
        publisher.publish(new EntryChanged(
                view.viewerId(),
                new ConversationEntry(
                        view.id(), shortened(view.lastMessage()), view.unreadCount(), participants(view))));
    }

    private static List<Participant> participants(ConversationView view) {
        return view.participants().stream()
                .map(person -> new Participant(person.id(), person.name()))
                .toList();
    }

    private static @Nullable LastMessage shortened(@Nullable LastMessage message) {
        return message == null
                ? null
                : new LastMessage(
                        message.id(), MessageText.excerpt(message.text()), message.sentAt(), message.senderId());
    }

    /** Tells all devices of a user how many messages of all conversations are not read. */
    void unreadChanged(String userId, int unread) {
        publisher.publish(new UnreadChanged(userId, UnreadCounts.ofConversations(unread)));
    }
}
