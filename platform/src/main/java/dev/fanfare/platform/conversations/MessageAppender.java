package dev.fanfare.platform.conversations;

import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.platform.web.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Puts messages at the end of conversations. Whoever changes anything in one holds it first: both users, always in the same order, so
 * that what is counted for them stays so until they are told, and then the conversation.
 */
@Component
class MessageAppender {
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final ConversationNews news;
    private final EventLog log;
    private final Clock clock;

    MessageAppender(
            ConversationTable conversations, MessageTable messages, ConversationNews news, EventLog log, Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.news = news;
        this.log = log;
        this.clock = clock;
    }

    /** What a message consists of before it is one. */
    record Draft(
            @Nullable String senderId,
            String text,
            @Nullable String clientId) {}

    void holdUsers(String lowId, String highId) {
        log.holdUser(lowId);
        log.holdUser(highId);
    }

    /** @return the number of the last message */
    long hold(Parties parties) {
        holdUsers(parties.lowId(), parties.highId());
        return conversations.lockLastSeq(parties.conversationId());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @param lastSeq as {@link #hold} has returned it */
    Message append(Parties parties, long lastSeq, Draft draft) {
        Instant now = now();
        Message message = new Message(
                Ids.next(),
                parties.conversationId(),
                lastSeq + 1,
                draft.senderId,
                draft.text,
                now,
                draft.clientId,
                null,
                null,
                1);
        messages.insert(message);
        conversations.moveOn(parties.conversationId(), message.seq(), now);
        conversations.oneMoreUnread(parties.conversationId(), draft.senderId);
        news.sent(message);
        news.updated(parties);
        for (String user : parties.both()) {
            if (!user.equals(draft.senderId)) {
                news.unreadChanged(user, conversations.unread(user));
            }
        }
        return message;
    }
}
