package dev.fanfare.platform.inbox;

import dev.fanfare.platform.inbox.Contact.Progress;
import dev.fanfare.platform.inbox.Contact.Reach;
import dev.fanfare.platform.inbox.Contact.Standing;
import dev.fanfare.platform.web.Problem;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes one contact of two who are the same person. What comes from either number belongs to the one that stays. */
@Component
class Merging {
    private final TeamPolicy policy;
    private final ContactTable contacts;
    private final ContactMessageTable messages;
    private final Notes notes;
    private final InboxNews news;
    private final Desk desk;
    private final JdbcOperations database;

    Merging(
            TeamPolicy policy,
            ContactTable contacts,
            ContactMessageTable messages,
            Notes notes,
            InboxNews news,
            Desk desk,
            JdbcOperations database) {
        this.policy = policy;
        this.contacts = contacts;
        this.messages = messages;
        this.notes = notes;
        this.news = news;
        this.desk = desk;
        this.database = database;
    }

    /**
     * @param fromId the contact that goes
     * @param intoId the contact that stays
     * @throws Problem 404 to those who are not in the team of both, 409 if the two are of different teams
     */
    void merge(String userId, String fromId, String intoId) {
        if (fromId.equals(intoId)) {
            throw Problem.malformed("invalid", "into is the contact itself");
        }
        desk.ledger().change(() -> {
            Stream.of(fromId, intoId).sorted().forEach(id -> policy.locked(id, userId));
            Contact from = Objects.requireNonNull(contacts.find(fromId));
            Contact into = Objects.requireNonNull(contacts.find(intoId));
            if (!from.teamId().equals(into.teamId())) {
                throw Problem.conflict("other_team", "The two are of different teams", Map.of());
            }
            merge(from, into);
            return true;
        });
    }

    private void merge(Contact from, Contact into) {
        Set<String> unread = new HashSet<>(unread(from));
        unread.addAll(unread(into));
        Progress progress = renumber(from, into, unread);
        contacts.moveNumbers(from.id(), into.id());
        notes.move(from, into);
        contacts.delete(from.id());
        news.forget(from.id());
        Standing standing = into.standing();
        String assignee = standing.assigneeId() == null ? from.standing().assigneeId() : standing.assigneeId();
        Instant updated = from.updatedAt().isAfter(into.updatedAt()) ? from.updatedAt() : into.updatedAt();
        Contact merged = into.named(into.name() == null ? from.name() : into.name())
                .with(new Standing(standing.status(), standing.snoozedUntil(), assignee), updated)
                .with(progress)
                .with(reach(from.reach(), into.reach()))
                .nextVersion();
        desk.keeper().keep(into, merged);
        news.updated(into, Map.of("mergedFrom", from.id()));
        news.updated(from, Map.of("mergedInto", into.id()));
        news.listed(from);
        news.listed(into);
    }

    /** Whoever wants to hear nothing on one number wants so on the other. WhatsApp's window is of one number alone. */
    private static Reach reach(Reach from, Reach into) {
        return new Reach(
                from.sms() || into.sms(),
                from.whatsapp() || into.whatsapp(),
                into.whatsappAt(),
                earlier(from.optedOutAt(), into.optedOutAt()),
                into.line() == null ? from.line() : into.line());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    private List<String> unread(Contact contact) {
        return messages.after(contact.id(), contact.progress().readSeq(), Integer.MAX_VALUE).stream()
                .filter(StoredMessage::isInbound)
                .map(StoredMessage::id)
                .toList();
    }

    /** All messages of both in the order in which they were written, under numbers of that order. */
    private Progress renumber(Contact from, Contact into, Set<String> unread) {
        JdbcClient client = JdbcClient.create(database);
        client.sql("update contact_message set seq = -seq where contact_id = ?")
                .param(into.id())
                .update();
        client.sql("update contact_message set contact_id = ?, seq = -seq - ? where contact_id = ?")
                .params(into.id(), into.progress().lastSeq(), from.id())
                .update();
        List<StoredMessage> all = client.sql(
                        "select * from contact_message where contact_id = ? order by created_at, seq desc")
                .param(into.id())
                .query(ContactMessageTable::message)
                .list();
        long read = all.size();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (unread.contains(all.get(i).id())) {
                read = i;
            }
        }
        Object[][] numbers = new Object[all.size()][];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = new Object[] {i + 1L, all.get(i).id()};
        }
        database.batchUpdate("update contact_message set seq = ? where id = ?", List.of(numbers));
        return new Progress(all.size(), read, messages.unread(into.id(), read));
    }
}
