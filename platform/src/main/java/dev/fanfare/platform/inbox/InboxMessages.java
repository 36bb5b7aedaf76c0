package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.inbox.InboxMessage.Enclosed;
import dev.fanfare.platform.inbox.MediaTable.Attached;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows messages with their senders and what goes along with them. */
@Component
class InboxMessages {
    private final Accounts accounts;
    private final MediaTable media;

    InboxMessages(Accounts accounts, MediaTable media) {
        this.accounts = accounts;
        this.media = media;
    }

    InboxMessage shown(Contact contact, StoredMessage message) {
        return shown(contact, List.of(message)).getFirst();
    }

    List<InboxMessage> shown(Contact contact, List<StoredMessage> messages) {
        Map<String, Person> people = accounts.people(messages.stream()
                .map(StoredMessage::senderId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<String, List<Attached>> enclosed =
                media.of(messages.stream().map(StoredMessage::id).toList());
        return messages.stream()
                .map(message -> new InboxMessage(
                        message.id(),
                        message.contactId(),
                        message.direction(),
                        message.medium(),
                        message.body(),
                        message.delivery().status(),
                        message.delivery().errorCode(),
                        message.delivery().error(),
                        message.senderId(),
                        message.senderId() == null ? null : people.get(message.senderId()),
                        Objects.requireNonNullElse(enclosed.get(message.id()), List.<Attached>of()).stream()
                                .map(InboxMessages::enclosed)
                                .toList(),
                        message.isRead(contact.progress().readSeq()),
                        message.seq(),
                        message.scheduledFor(),
                        message.createdAt(),
                        message.clientId()))
                .toList();
    }

    private static Enclosed enclosed(Attached attached) {
        return new Enclosed(attached.id(), attached.contentType(), attached.size(), url(attached));
    }

    private static @Nullable String url(Attached attached) {
        return switch (attached.state()) {
            case KEPT -> "/api/media/" + attached.id();
            case ELSEWHERE -> attached.source();
            case WAITING, REFUSED -> null;
        };
    }
}
