package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes that are kept. */
@Repository
class NoteTable {
    /** Whose account is gone. */
    private static final Person SOMEBODY = new Person("", "Deleted user", null);

    private static final String NOTE = "select n.*, a.id as agent_id, a.name as agent_name, a.avatar as agent_avatar"
            + " from contact_note n left join account a on a.id = n.author_id where ";

    private static final String MENTION = "select m.note_id, a.id, a.name, a.avatar from contact_note n"
            + " join contact_note_mention m on m.note_id = n.id"
            + " join account a on a.id = m.account_id and a.erased_at is null where ";

    private final JdbcClient database;

    NoteTable(JdbcClient database) {
        this.database = database;
    }

    void insert(ContactNote note) {
        database.sql("insert into contact_note (id, contact_id, author_id, text, version, created_at, updated_at)"
                        + " values (:id, :contact, :author, :text, :version, :created, :updated)")
                .param("id", note.id())
                .param("contact", note.contactId())
                .param("author", note.author().id())
                .param("text", note.text())
                .param("version", note.version())
                .param("created", Columns.at(note.createdAt()))
                .param("updated", Columns.at(note.updatedAt()))
                .update();
        mention(note);
    }

    private void mention(ContactNote note) {
        for (Person person : note.mentions()) {
            database.sql("insert into contact_note_mention (note_id, account_id) values (?, ?)")
                    .params(note.id(), person.id())
                    .update();
        }
    }

    /** Its text, whom that mentions, and what comes of a change. */
    void change(ContactNote note) {
        database.sql("update contact_note set text = ?, version = ?, updated_at = ? where id = ?")
                .params(note.text(), note.version(), Columns.at(note.updatedAt()), note.id())
                .update();
        database.sql("delete from contact_note_mention where note_id = ?")
                .param(note.id())
                .update();
        mention(note);
    }

    void delete(String id) {
        database.sql("delete from contact_note where id = ?").param(id).update();
    }

    void move(String from, String to) {
        database.sql("update contact_note set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    /** Null if there is none. */
    @Nullable
    ContactNote find(String id) {
        List<ContactNote> found = those("n.id = ?", id);
        return found.isEmpty() ? null : found.getFirst();
    }

    /** Those about a contact, in order. */
    List<ContactNote> about(String contactId) {
        return those("n.contact_id = ?", contactId);
    }

    List<ContactNote> by(String accountId) {
        return those("n.author_id = ?", accountId);
    }

    private record Mention(String noteId, Person person) {}

    private List<ContactNote> those(String condition, String value) {
        Map<String, List<Person>> mentions = new HashMap<>();
        database.sql(MENTION + condition + " order by a.name, a.id")
                .param(value)
                .query((row, number) -> new Mention(row.getString("note_id"), Accounts.person(row, number)))
                .list()
                .forEach(mention -> mentions.computeIfAbsent(mention.noteId(), _ -> new ArrayList<>())
                        .add(mention.person()));
        return database.sql(NOTE + condition + " order by n.created_at, n.id")
                .param(value)
                .query((row, number) -> note(row, mentions.getOrDefault(row.getString("id"), List.of())))
                .list();
    }

    private static ContactNote note(ResultSet row, List<Person> mentions) throws SQLException {
        String author = row.getString("agent_id");
        return new ContactNote(
                row.getString("id"),
                row.getString("contact_id"),
                author == null
                        ? SOMEBODY
                        : new Person(author, row.getString("agent_name"), row.getString("agent_avatar")),
                row.getString("text"),
                mentions,
                Columns.required(row, "created_at"),
                Columns.required(row, "updated_at"),
                row.getInt("version"));
    }
}
