package dev.fanfare.platform.rooms;

import dev.fanfare.platform.realtime.Queues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where documents are kept. */
@Repository
class DocumentTable {
    private final JdbcClient database;
    private final Queues queues;

    DocumentTable(JdbcClient database, Queues queues) {
        this.database = database;
        this.queues = queues;
    }

    /** One that the user may see; null if there is none. */
    @Nullable
    Document find(String id, String userId) {
        return database.sql("select d.* from document d where d.id = :id and " + DocumentMembers.VISIBLE)
                .param("id", id)
                .param("user", userId)
                .query(DocumentTable::document)
                .optional()
                .orElse(null);
    }

    /** Whether there is one that the user may see; reads nothing of it. */
    boolean isVisible(String id, String userId) {
        return database.sql("select count(*) from document d where d.id = :id and " + DocumentMembers.VISIBLE)
                        .param("id", id)
                        .param("user", userId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One that nobody else changes until the transaction ends, whoever may see it; null if there is none. */
    @Nullable
    Document lock(String id) {
        queues.enter("document " + id);
        return database.sql("select * from document where id = ? for update")
                .param(id)
                .query(DocumentTable::document)
                .optional()
                .orElse(null);
    }

    void add(Document document) {
        with(
                        document,
                        "insert into document (id, tenant_id, owner_id, title, body, access, version, created_at,"
                                + " updated_at, updated_by) values (:id, :tenant, :owner, :title, :text, :access, :version,"
                                + " :created, :updated, :by)")
                .param("tenant", document.tenantId())
                .param("owner", document.ownerId())
                .param("created", at(document.createdAt()))
                .update();
    }

    /** Keeps what has become of it. Whoever calls has locked it. */
    void save(Document document) {
        with(
                        document,
                        "update document set title = :title, body = :text, access = :access, version = :version,"
                                + " updated_at = :updated, updated_by = :by where id = :id")
                .update();
    }

    private JdbcClient.StatementSpec with(Document document, String sql) {
        return database.sql(sql)
                .param("id", document.id())
                .param("title", document.title())
                .param("text", document.text())
                .param("access", document.access().name())
                .param("version", document.version())
                .param("updated", at(document.last().at()))
                .param("by", document.last().by());
    }

    void delete(String id) {
        database.sql("delete from document where id = ?").param(id).update();
    }

    /** Those that somebody owns, the oldest first. */
    List<Document> ownedBy(String userId) {
        return database.sql("select * from document where owner_id = ? order by created_at, id")
                .param(userId)
                .query(DocumentTable::document)
                .list();
    }

    boolean isEmpty() {
        return database.sql("select count(*) from document").query(Long.class).single() == 0;
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Document document(ResultSet row, int number) throws SQLException {
        return new Document(
                row.getString("id"),
                row.getString("tenant_id"),
                row.getString("owner_id"),
                row.getString("title"),
                row.getString("body"),
                Document.Access.valueOf(row.getString("access")),
                row.getLong("version"),
                instant(row, "created_at"),
                new Document.Edit(row.getString("updated_by"), instant(row, "updated_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
