package dev.fanfare.platform.conversations;

import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Deletes what somebody has written, so that the other of a conversation sees its place and nothing else. */
@Component
class ConversationErasure {
    /** Pages that are open show at most as many. */
    private static final int MOST_TOLD = 100;

    private final ConversationTable conversations;
    private final MessageTable messages;
    private final MessageAppender appender;
    private final ConversationNews news;
    private final ConversationLog log;
    private final ApplicationEventPublisher modules;

    ConversationErasure(
            ConversationTable conversations,
            MessageTable messages,
            MessageAppender appender,
            ConversationNews news,
            ConversationLog log,
            ApplicationEventPublisher modules) {
        this.conversations = conversations;
        this.messages = messages;
        this.appender = appender;
        this.news = news;
        this.log = log;
        this.modules = modules;
    }

    /** @param name which notifications of the messages have in them */
    void erase(String accountId, String name, Parties parties) {
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
