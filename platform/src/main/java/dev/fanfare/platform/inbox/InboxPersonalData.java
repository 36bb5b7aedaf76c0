package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.PersonalData;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of agents. Their teams keep what they wrote, which belongs to the contacts; their accounts no longer say who they were. */
@Component
class InboxPersonalData implements PersonalData {
    private final JdbcClient database;
    private final NoteTable notes;
    private final Mentions mentions;
    private final ContactTable contacts;
    private final Teams teams;
    private final TeamLeaving leaving;

    InboxPersonalData(
            JdbcClient database,
            NoteTable notes,
            Mentions mentions,
            ContactTable contacts,
            Teams teams,
            TeamLeaving leaving) {
        this.database = database;
        this.notes = notes;
        this.mentions = mentions;
        this.contacts = contacts;
        this.teams = teams;
        this.leaving = leaving;
    }

    record Sent(String contactId, String body, Instant createdAt) {}

    record Written(String contactId, String text, Instant createdAt, Instant updatedAt) {}

    record Seen(String contactId, Instant seenAt) {}

    record Mentioned(String contactId, Instant createdAt) {}

    record Kept(
            List<String> teams,
            List<String> assigned,
            List<Seen> seen,
            List<Sent> messages,
            List<Written> notes,
            List<Mentioned> mentions) {}

    @Override
    public String section() {
        return "inbox";
    }

    @Override
    public Object export(String accountId) {
        return new Kept(
                teams.of(accountId).stream().map(Teams.Team::name).toList(),
                assigned(accountId),
                database.sql("select contact_id, seen_at from contact_seen where account_id = ? order by seen_at")
                        .param(accountId)
                        .query((row, number) -> new Seen(row.getString("contact_id"), Columns.required(row, "seen_at")))
                        .list(),
                database.sql("select contact_id, body, created_at from contact_message where sender_id = ?"
                                + " order by created_at")
                        .param(accountId)
                        .query((row, number) -> new Sent(
                                row.getString("contact_id"),
                                row.getString("body"),
                                Columns.required(row, "created_at")))
                        .list(),
                notes.by(accountId).stream()
                        .map(note -> new Written(note.contactId(), note.text(), note.createdAt(), note.updatedAt()))
                        .toList(),
                database.sql(
                                "select n.contact_id, n.created_at from contact_note_mention m"
                                        + " join contact_note n on n.id = m.note_id where m.account_id = ? order by n.created_at")
                        .param(accountId)
                        .query((row, number) ->
                                new Mentioned(row.getString("contact_id"), Columns.required(row, "created_at")))
                        .list());
    }

    private List<String> assigned(String accountId) {
        return database.sql("select id from contact where assignee_id = ? order by id")
                .param(accountId)
                .query((row, number) -> row.getString(1))
                .list();
    }

    @Override
    public void erase(String accountId) {
        for (String id : assigned(accountId)) {
            Contact contact = contacts.lock(id);
            if (contact != null) {
                leaving.unassign(contact, accountId);
            }
        }
        for (String table : List.of("contact_seen", "contact_note_mention", "team_member")) {
            database.sql("delete from " + table + " where account_id = ?")
                    .param(accountId)
                    .update();
        }
        mentions.reworded(notes.by(accountId));
    }
}
