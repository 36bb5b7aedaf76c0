package dev.fanfare.platform.conversations;

import dev.fanfare.platform.conversations.MessageAppender.Draft;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.Problem;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people write to each other, for the other modules. Joins the caller's transaction. */
@Service
public class Conversations {
    private static final Subject NOTHING = new Subject("", "", "");

    private final ConversationTable conversations;
    private final BlockTable blocks;
    private final MessageAppender appender;
    private final ConversationNews news;
    private final Tenants tenants;
    private final Messages messages;
    private final ReadPositions positions;

    Conversations(
            ConversationTable conversations,
            BlockTable blocks,
            MessageAppender appender,
            ConversationNews news,
            Tenants tenants,
            Messages messages,
            ReadPositions positions) {
        this.conversations = conversations;
        this.blocks = blocks;
        this.appender = appender;
        this.news = news;
        this.tenants = tenants;
        this.messages = messages;
        this.positions = positions;
    }

    /** @param isNew false if there was one already */
    record Begun(String id, boolean isNew) {}

    /**
     * Begins what a seller and a buyer write to each other about something, or goes on with it: there is one conversation for two
     * people and a subject. Takes hold of both users, so call it before anything else that tells one of them something.
     *
     * @param systemText a message of the application itself; null for none
     * @return the id of the conversation
     */
    @Transactional
    public String begin(Subject subject, String sellerId, String buyerId, @Nullable String systemText) {
        Begun begun = begin(subject, sellerId, buyerId, true);
        conversations.rename(begun.id, subject.title());
        if (systemText != null) {
            Parties parties = parties(begun.id, sellerId, buyerId);
            appender.append(parties, appender.hold(parties), new Draft(null, MessageText.checked(systemText), null));
        } else if (begun.isNew) {
            news.updated(parties(begun.id, sellerId, buyerId));
        }
        return begun.id;
    }

    /**
     * The same for somebody who wants to write to another.
     *
     * @param subject null for none
     * @throws Problem 404 if the two have no tenant in common, 403 if one of them has blocked the other
     */
    @Transactional
    public Begun open(String userId, String participantId, @Nullable Subject subject) {
        if (userId.equals(participantId)) {
            throw Problem.malformed("invalid", "participantId is your own");
        }
        if (!tenants.sharesTenant(userId, participantId)) {
            throw Problem.notFound();
        }
        Begun begun = begin(subject == null ? NOTHING : subject, userId, participantId, false);
        if (begun.isNew) {
            news.updated(parties(begun.id, userId, participantId));
        }
        return begun;
    }

    private Begun begin(Subject subject, String one, String other, boolean evenIfBlocked) {
        Parties parties = parties(Ids.next(), one, other);
        appender.holdUsers(parties.lowId(), parties.highId());
        String known = conversations.find(parties.lowId(), parties.highId(), subject.type(), subject.id());
        if (known != null) {
            return new Begun(known, false);
        }
        if (!evenIfBlocked && blocks.areBlocked(one, other)) {
            throw Access.blocked();
        }
        conversations.insert(parties, subject, appender.now());
        return new Begun(parties.conversationId(), true);
    }

    private static Parties parties(String id, String one, String other) {
        return one.compareTo(other) < 0 ? new Parties(id, one, other) : new Parties(id, other, one);
    }

    /**
     * Sends a message as one of the two.
     *
     * @throws Problem as for somebody who does so by a request
     */
    @Transactional
    public void send(Account sender, String conversationId, String text) {
        messages.send(sender, conversationId, text, null);
    }

    /** Marks all there is as read by one of the two. */
    @Transactional
    public void read(String userId, String conversationId) {
        positions.read(userId, conversationId, Long.MAX_VALUE);
    }

    /** The id of what these two write about a subject, or null if they do not. */
    public @Nullable String find(String subjectType, String subjectId, String one, String other) {
        Parties parties = parties("", one, other);
        return conversations.find(parties.lowId(), parties.highId(), subjectType, subjectId);
    }

    /**
     * What somebody writes with others about subjects of one type.
     *
     * @param partners with whom about which subject, by the subjects' ids
     * @return the ids of the conversations, by those of the subjects; without those that there are not
     */
    public Map<String, String> findAll(String subjectType, String userId, Map<String, String> partners) {
        return partners.isEmpty() ? Map.of() : conversations.find(subjectType, userId, partners);
    }

    /** All with whom somebody has a conversation. */
    public Set<String> partnersOf(String userId) {
        return conversations.partnersOf(userId);
    }

    /** Whether either wants to hear nothing more from the other. */
    public boolean areBlocked(String one, String other) {
        return blocks.areBlocked(one, other);
    }
}
