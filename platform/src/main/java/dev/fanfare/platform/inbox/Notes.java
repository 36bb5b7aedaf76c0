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
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What agents write about contacts. The team reads it, its author changes it, and the contact never hears of it. */
@Component
class Notes {
    /** So that a note fits into an event, whatever it is written in. */
    private static final int LONGEST = 3_000;

    private final TeamPolicy policy;
    private final NoteTable notes;
    private final InboxNews news;
    private final Desk desk;

    Notes(TeamPolicy policy, NoteTable notes, InboxNews news, Desk desk) {
        this.policy = policy;
        this.notes = notes;
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
                    Ids.next(), contactId, new Person(author.id(), author.name(), author.avatar()), clean, now, now, 1);
            notes.insert(note);
            tell(note, true);
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
            notes.change(id, clean, note.version() + 1, desk.now());
            ContactNote changed = Objects.requireNonNull(notes.find(id));
            tell(changed, false);
            return changed;
        });
    }

    /** @throws Problem 404 to those who are not in the contact's team, 403 to all but its author */
    void delete(String userId, String id) {
        desk.ledger().change(() -> {
            ContactNote note = own(userId, id);
            notes.delete(id);
            news.tell(new NoteDeleted(id, note.contactId()));
            return true;
        });
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
