package dev.fanfare.platform.conversations;

import dev.fanfare.platform.conversations.MessageAppender.Draft;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with their messages. */
@Service
class Messages {
    private final Access access;
    private final ConversationTable conversations;
    private final MessageTable messages;
    private final MessageAppender appender;
    private final ConversationNews news;
    private final ConversationLog log;
    private final ApplicationEventPublisher modules;

    Messages(
            Access access,
            ConversationTable conversations,
            MessageTable messages,
            MessageAppender appender,
            ConversationNews news,
            ConversationLog log,
            ApplicationEventPublisher modules) {
        this.access = access;
        this.conversations = conversations;
        this.messages = messages;
        this.appender = appender;
        this.news = news;
        this.log = log;
        this.modules = modules;
    }

    /** @param isNew false if the sender had sent it before */
    record Sent(Message message, boolean isNew) {}

    /**
     * Sends a message, once for each id that its sender's client gives.
     *
     * @throws Problem 404 to strangers, 403 between people of whom one has blocked the other, 409 if the id names a message of another
     *     conversation
     */
    @Transactional
    public Sent send(Account sender, String conversationId, String text, @Nullable String clientId) {
        Parties parties = access.participant(conversationId, sender.id());
        String checked = MessageText.checked(text);
        long lastSeq = appender.hold(parties);
        Message before = clientId == null ? null : messages.sent(sender.id(), clientId);
        if (before != null) {
            if (!before.conversationId().equals(conversationId)) {
                throw Problem.conflict("client_id_used", "clientId names a message of another conversation", Map.of());
            }
            return new Sent(before, false);
        }
        access.requireUnblocked(parties);
        Message message = appender.append(parties, lastSeq, new Draft(sender.id(), checked, clientId));
        modules.publishEvent(new MessageReceived(
                parties.other(sender.id()), sender.name(), conversationId, message.id(), MessageText.excerpt(checked)));
        return new Sent(message, true);
    }

    /**
     * Changes the text of a message.
     *
     * @param ifMatch as {@link IfMatch} takes it
     * @throws Problem 404 to strangers, 403 to the other participant and to who is blocked, 409 if it is deleted, 412 if it was changed
     */
    @Transactional
    public Message edit(String userId, String id, String text, @Nullable String ifMatch) {
        Parties parties = partiesOfOwn(userId, id);
        String checked = MessageText.checked(text);
        long lastSeq = appender.hold(parties);
        Message message = existing(id);
        if (message.deletedAt() != null) {
            throw Problem.conflict("deleted", "The message is deleted", Map.of());
        }
        IfMatch.check(ifMatch, message.version());
        access.requireUnblocked(parties);
        if (message.text().equals(checked)) {
            return message;
        }
        Message edited = message.edited(checked, appender.now());
        messages.update(edited);
        news.edited(edited);
        if (edited.seq() == lastSeq) {
            news.updated(parties);
        }
        return edited;
    }

    /**
     * Takes a message away; only its place is left. Once more changes nothing.
     *
     * @throws Problem 404 to strangers, 403 to the other participant
     */
    @Transactional
    public void delete(String userId, String id) {
        Parties parties = partiesOfOwn(userId, id);
        long lastSeq = appender.hold(parties);
        Message message = existing(id);
        if (message.deletedAt() != null) {
            return;
        }
        String recipient = parties.other(userId);
        int before = conversations.unread(recipient);
        Instant now = appender.now();
        messages.update(message.deleted(now));
        log.forget(parties, List.of(id));
        conversations.countUnread(message.conversationId(), recipient);
        news.tell(new MessageDeleted(id, message.conversationId(), now));
        int unread = conversations.unread(recipient);
        if (unread != before || message.seq() == lastSeq) {
            news.updated(parties);
        }
        if (unread != before) {
            news.unreadChanged(recipient, unread);
        }
        modules.publishEvent(new MessagesWithdrawn(recipient, null, message.conversationId(), List.of(id)));
    }

    /** Of a message that the user has sent: nobody else may change it. */
    private Parties partiesOfOwn(String userId, String id) {
        Message message = existing(id);
        Parties parties = access.participant(message.conversationId(), userId);
        if (!userId.equals(message.senderId())) {
            throw Problem.forbidden("Only the sender may change a message");
        }
        return parties;
    }

    private Message existing(String id) {
        Message message = messages.find(id);
        if (message == null) {
            throw Problem.notFound();
        }
        return message;
    }
}
