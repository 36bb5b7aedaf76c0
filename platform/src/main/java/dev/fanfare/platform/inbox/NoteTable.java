package dev.fanfare.platform.inbox;

import dev.fanfare.platform.identity.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes that are kept. */
@Repository
class NoteTable {
    /** Whose account is gone. */
    private static final Person SOMEBODY = new Person("", "Deleted user", null);

    private static final String NOTE = "select n.*, a.id as agent_id, a.name as agent_name, a.avatar as agent_avatar"
            + " from contact_note n left join account a on a.id = n.author_id";

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
    }

    void change(String id, String text, int version, Instant now) {
        database.sql("update contact_note set text = ?, version = ?, updated_at = ? where id = ?")
                .params(text, version, Columns.at(now), id)
                .update();
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
        return database.sql(NOTE + " where n.id = ?")
                .param(id)
                .query(NoteTable::note)
                .optional()
                .orElse(null);
    }

    /** Those about a contact, in order. */
    List<ContactNote> about(String contactId) {
        return database.sql(NOTE + " where n.contact_id = ? order by n.created_at, n.id")
                .param(contactId)
                .query(NoteTable::note)
                .list();
    }

    List<ContactNote> by(String accountId) {
        return database.sql(NOTE + " where n.author_id = ? order by n.created_at, n.id")
                .param(accountId)
                .query(NoteTable::note)
                .list();
    }

    private static ContactNote note(ResultSet row, int number) throws SQLException {
        String author = row.getString("agent_id");
        return new ContactNote(
                row.getString("id"),
                row.getString("contact_id"),
                author == null
                        ? SOMEBODY
                        : new Person(author, row.getString("agent_name"), row.getString("agent_avatar")),
                row.getString("text"),
                Columns.required(row, "created_at"),
                Columns.required(row, "updated_at"),
                row.getInt("version"));
    }
}
