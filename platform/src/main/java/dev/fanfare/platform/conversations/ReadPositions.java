package dev.fanfare.platform.conversations;

import dev.fanfare.sdk.systems.conversation.ConversationRead;
import java.time.Instant;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far people have read, which never goes back. */
@Service
class ReadPositions {
    private final Access access;
    private final ConversationTable conversations;
    private final BlockTable blocks;
    private final MessageAppender appender;
    private final ConversationNews news;
    private final ApplicationEventPublisher modules;

    ReadPositions(
            Access access,
            ConversationTable conversations,
            BlockTable blocks,
            MessageAppender appender,
            ConversationNews news,
            ApplicationEventPublisher modules) {
        this.access = access;
        this.conversations = conversations;
        this.blocks = blocks;
        this.appender = appender;
        this.news = news;
        this.modules = modules;
    }

    /**
     * What is left to read.
     *
     * @param unreadCount of the conversation
     * @param total of all of the user's conversations
     */
    record Left(int unreadCount, int total) {}

    /**
     * Marks all messages up to a number as read. Who was blocked is not told.
     *
     * @param seq at most; higher ones mean the last there is
     * @throws dev.fanfare.platform.web.Problem 404 to strangers
     */
    @Transactional
    public Left read(String userId, String conversationId, long seq) {
        Parties parties = access.participant(conversationId, userId);
        long upTo = Math.min(seq, appender.hold(parties));
        int before = view(parties, userId).unreadCount();
        Instant now = appender.now();
        if (!conversations.read(conversationId, userId, upTo, now)) {
            return new Left(before, conversations.unread(userId));
        }
        conversations.countUnread(conversationId, userId);
        if (!blocks.hasBlocked(userId, parties.other(userId))) {
            news.tell(new ConversationRead(conversationId, userId, now));
        }
        ConversationView after = view(parties, userId);
        int total = conversations.unread(userId);
        if (after.unreadCount() != before) {
            news.updatedFor(after);
            news.unreadChanged(userId, total);
        }
        if (after.unreadCount() == 0) {
            modules.publishEvent(new ConversationSeen(userId, conversationId));
        }
        return new Left(after.unreadCount(), total);
    }

    private ConversationView view(Parties parties, String userId) {
        return Objects.requireNonNull(conversations.view(parties.conversationId(), userId));
    }
}
