package dev.fanfare.platform.inbox;

import dev.fanfare.platform.inbox.Contact.Progress;
import dev.fanfare.platform.inbox.Contact.Standing;
import dev.fanfare.platform.inbox.Contact.Status;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.sdk.systems.inbox.MessageRead;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What agents do with contacts. */
@Component
class Contacts {
    private final TeamPolicy policy;
    private final Teams teams;
    private final ContactTable contacts;
    private final ContactMessageTable messages;
    private final InboxNews news;
    private final Desk desk;
    private final DueSignal signal;

    Contacts(
            TeamPolicy policy,
            Teams teams,
            ContactTable contacts,
            ContactMessageTable messages,
            InboxNews news,
            Desk desk,
            DueSignal signal) {
        this.policy = policy;
        this.teams = teams;
        this.contacts = contacts;
        this.messages = messages;
        this.news = news;
        this.desk = desk;
        this.signal = signal;
    }

    /**
     * Adds somebody who has not written yet.
     *
     * @throws Problem 404 to those who are not in the team, 409 if the number is a contact's already
     */
    String add(String userId, String teamId, @Nullable String name, String phone) {
        if (!teams.has(teamId, userId)) {
            throw Problem.notFound();
        }
        String number = desk.numbers().typed(phone);
        return desk.ledger().change(() -> {
            Contact contact = contacts.create(teamId, number, cleanName(name), desk.now());
            if (contact == null) {
                String known = contacts.withNumber(teamId, number);
                throw Problem.conflict(
                        "phone_used",
                        "The team has a contact with that number",
                        known == null ? Map.of() : Map.of("contactId", known));
            }
            news.listed(contact);
            return contact.id();
        });
    }

    private static @Nullable String cleanName(@Nullable String name) {
        String clean = name == null ? "" : PlainText.line(name);
        return clean.isEmpty() ? null : clean;
    }

    /**
     * Changes what the team decides.
     *
     * @throws Problem 404 to those who are not in the contact's team, 412 if somebody else was faster
     */
    void change(String userId, String id, ContactChange change, String ifMatch) {
        desk.ledger().change(() -> {
            Contact before = policy.locked(id, userId);
            IfMatch.check(ifMatch, before.version());
            Instant now = desk.now();
            Contact named = change.name() == null ? before : before.named(cleanName(change.name()));
            Standing standing = standing(before, change, now);
            boolean isMoved = standing.status() != before.standing().status();
            Contact after = named.with(standing, isMoved ? now : before.updatedAt());
            if (!after.equals(before)) {
                desk.keeper().keep(before, after.nextVersion());
                news.listed(after);
                signal.raiseAfterCommit();
            }
            return true;
        });
    }

    private Standing standing(Contact contact, ContactChange change, Instant now) {
        Standing before = contact.standing();
        String word = change.status() != null
                ? change.status()
                : change.snoozedUntil() != null ? "snoozed" : before.status().word();
        Status status = Status.valueOf(word.toUpperCase(Locale.ROOT));
        Instant until = null;
        if (status == Status.SNOOZED) {
            until = change.snoozedUntil() == null ? before.snoozedUntil() : change.snoozedUntil();
            if (until == null || change.snoozedUntil() != null && !until.isAfter(now)) {
                throw Problem.malformed("invalid", "snoozedUntil has to be in the future");
            }
        }
        return new Standing(status, until, assignee(contact, change.assigneeId()));
    }

    private @Nullable String assignee(Contact contact, @Nullable JsonNode wanted) {
        if (wanted == null) {
            return contact.standing().assigneeId();
        }
        if (wanted.isNull()) {
            return null;
        }
        String id = wanted.asString("");
        if (!teams.has(contact.teamId(), id)) {
            throw Problem.malformed("unknown_user", "assigneeId is nobody of the team");
        }
        return id;
    }

    /**
     * Marks all messages up to a number as read by the team, and notes that the agent has looked.
     *
     * @param seq at most; higher ones mean the last there is
     * @throws Problem 404 to those who are not in the contact's team
     */
    Contact read(String userId, String id, long seq) {
        return desk.ledger().change(() -> {
            Contact before = policy.locked(id, userId);
            contacts.see(id, userId, desk.now());
            long upTo = Math.min(seq, before.progress().lastSeq());
            if (upTo <= before.progress().readSeq()) {
                return before;
            }
            int unread = messages.unread(id, upTo);
            Contact after = before.with(new Progress(before.progress().lastSeq(), upTo, unread));
            desk.keeper().keep(before, after);
            if (unread != before.progress().unread()) {
                news.tell(new MessageRead(messages.lastInbound(id, upTo), id, userId));
                news.listed(after);
            }
            return after;
        });
    }
}
