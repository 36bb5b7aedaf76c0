package dev.fanfare.platform.conversations;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.platform.realtime.EventLog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody has written. The places of their messages stay, so that what others have written stays readable. */
@Component
class ConversationData implements PersonalData {
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final BlockTable blocks;
    private final ConversationErasure erasure;
    private final EventLog events;
    private final Accounts accounts;

    ConversationData(
            ConversationTable conversations,
            MessageTable messages,
            BlockTable blocks,
            ConversationErasure erasure,
            EventLog events,
            Accounts accounts) {
        this.conversations = conversations;
        this.messages = messages;
        this.blocks = blocks;
        this.erasure = erasure;
        this.events = events;
        this.accounts = accounts;
    }

    private record Exported(List<Written> conversations, List<String> blocked) {}

    private record Written(String id, String with, List<Text> messages) {}

    private record Text(
            String id,
            String text,
            Instant sentAt,
            @Nullable Instant editedAt) {}

    @Override
    public String section() {
        return "conversations";
    }

    @Override
    public Object export(String accountId) {
        return new Exported(
                conversations.of(accountId).stream()
                        .map(parties -> new Written(
                                parties.conversationId(),
                                parties.other(accountId),
                                messages.sentBy(accountId, parties.conversationId()).stream()
                                        .map(message -> new Text(
                                                message.id(), message.text(), message.sentAt(), message.editedAt()))
                                        .toList()))
                        .toList(),
                blocks.blockedBy(accountId));
    }

    @Override
    public void erase(String accountId) {
        List<Parties> all = conversations.of(accountId);
        events.holdUsers(
                all.stream().flatMap(parties -> parties.both().stream()).toList());
        Person gone = accounts.people(List.of(accountId)).get(accountId);
        String name = gone == null ? accountId : gone.name();
        all.forEach(parties -> erasure.erase(accountId, name, parties));
        blocks.forget(accountId);
    }
}
