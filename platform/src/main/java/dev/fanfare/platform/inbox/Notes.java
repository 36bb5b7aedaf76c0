package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.IfMatch;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.inbox.Note;
import dev.fanfare.sdk.systems.inbox.NoteSaved;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What agents write about contacts. The team reads it, its author changes it, and the contact never hears of it. */
@Component
class Notes {
    /** So that a note fits into an event, whatever it is written in. */
    private static final int LONGEST = 3_000;

    private final TeamPolicy policy;
    private final NoteTable notes;
    private final Mentions mentions;
    private final InboxNews news;
    private final Desk desk;

    Notes(TeamPolicy policy, NoteTable notes, Mentions mentions, InboxNews news, Desk desk) {
        this.policy = policy;
        this.notes = notes;
        this.mentions = mentions;
        this.news = news;
        this.desk = desk;
    }

    private static String checked(String text) {
        String clean = PlainText.clean(text);
        if (clean.isEmpty()) {
            throw Problem.malformed("invalid", "text is empty");
        }
        if (clean.length() > LONGEST) {
            throw Problem.malformed(
                    "too_long", "text has " + clean.length() + " characters, expected at most " + LONGEST);
        }
        return clean;
    }

    /** @throws Problem 404 to those who are not in the contact's team */
    ContactNote write(Account author, String contactId, String text) {
        String clean = checked(text);
        return desk.ledger().change(() -> {
            policy.locked(contactId, author.id());
            Instant now = desk.now();
            ContactNote note = new ContactNote(
                    Ids.next(),
                    contactId,
                    new Person(author.id(), author.name(), author.avatar()),
                    clean,
                    mentions.in(clean, contactId, author.id()),
                    now,
                    now,
                    1);
            notes.insert(note);
            tell(note, true);
            mentions.changed(note, List.of());
            return note;
        });
    }

    /** @throws Problem 404 to those who are not in the contact's team, 403 to all but its author, 412 if it was changed */
    ContactNote change(String userId, String id, String text, String ifMatch) {
        String clean = checked(text);
        return desk.ledger().change(() -> {
            ContactNote note = own(userId, id);
            IfMatch.check(ifMatch, note.version());
            if (note.text().equals(clean)) {
                return note;
            }
            ContactNote changed = note.saying(clean, mentions.in(clean, note.contactId(), userId), desk.now());
            notes.change(changed);
            tell(changed, false);
            mentions.changed(changed, note.mentions());
            return changed;
        });
    }

    /** @throws Problem 404 to those who are not in the contact's team, 403 to all but its author */
    void delete(String userId, String id) {
        desk.ledger().change(() -> {
            ContactNote note = own(userId, id);
            notes.delete(id);
            news.tell(new NoteDeleted(id, note.contactId()));
            mentions.withdrawn(note.contactId(), List.of(note));
            return true;
        });
    }

    /** In the transaction that makes one contact of two of a team. */
    void move(Contact from, Contact into) {
        List<ContactNote> moved = notes.about(from.id());
        notes.move(from.id(), into.id());
        mentions.hold(moved, into.teamId());
        mentions.moved(moved, from.id(), into.id());
    }

    /** In the transaction that deletes the contact, and with it the notes themselves. */
    void withdraw(Contact contact) {
        List<ContactNote> gone = notes.about(contact.id());
        mentions.hold(gone, contact.teamId());
        mentions.withdrawn(contact.id(), gone);
    }

    private ContactNote own(String userId, String id) {
        ContactNote found = notes.find(id);
        if (found == null) {
            throw Problem.notFound();
        }
        policy.locked(found.contactId(), userId);
        ContactNote note = notes.find(id);
        if (note == null) {
            throw Problem.notFound();
        }
        if (!note.author().id().equals(userId)) {
            throw Problem.forbidden("Only its author may change a note");
        }
        return note;
    }

    private void tell(ContactNote note, boolean isNew) {
        news.tell(new NoteSaved(
                new Note(
                        note.id(),
                        note.contactId(),
                        note.author().id(),
                        note.text(),
                        note.createdAt(),
                        note.updatedAt()),
                isNew));
    }
}
