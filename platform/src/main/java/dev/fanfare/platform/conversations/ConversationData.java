package dev.fanfare.platform.conversations;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.platform.realtime.EventLog;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What somebody has written. The places of their messages stay, so that what others have written stays readable. */
@Component
class ConversationData implements PersonalData {
    /** Pages that are open show at most as many. */
    private static final int MOST_TOLD = 100;

    private final ConversationTable conversations;
    private final MessageTable messages;
    private final BlockTable blocks;
    private final MessageAppender appender;
    private final ConversationNews news;
    private final ConversationLog log;
    private final EventLog events;
    private final Accounts accounts;
    private final ApplicationEventPublisher modules;

    ConversationData(
            ConversationTable conversations,
            MessageTable messages,
            BlockTable blocks,
            MessageAppender appender,
            ConversationNews news,
            ConversationLog log,
            EventLog events,
            Accounts accounts,
            ApplicationEventPublisher modules) {
        this.conversations = conversations;
        this.messages = messages;
        this.blocks = blocks;
        this.appender = appender;
        this.news = news;
        this.log = log;
        this.events = events;
        this.accounts = accounts;
        this.modules = modules;
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
        all.forEach(parties -> erase(accountId, name, parties));
        blocks.forget(accountId);
    }

    private void erase(String accountId, String name, Parties parties) {
        appender.hold(parties);
        List<Message> written = messages.sentBy(accountId, parties.conversationId());
        String partner = parties.other(accountId);
        int unread = conversations.unread(partner);
        Instant now = appender.now();
        written.forEach(message -> messages.update(message.deleted(now)));
        conversations.countUnread(parties.conversationId(), partner);
        List<String> ids = written.stream().map(Message::id).toList();
        if (!ids.isEmpty()) {
            log.forget(parties, ids);
            ids.subList(Math.max(0, ids.size() - MOST_TOLD), ids.size())
                    .forEach(id -> news.tell(new MessageDeleted(id, parties.conversationId(), now)));
            modules.publishEvent(new MessagesWithdrawn(partner, name, parties.conversationId(), ids));
        }
        news.updated(parties);
        int left = conversations.unread(partner);
        if (left != unread) {
            news.unreadChanged(partner, left);
        }
    }
}
