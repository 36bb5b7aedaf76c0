package dev.fanfare.platform.conversations;

import dev.fanfare.platform.web.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that are kept. */
@Repository
class MessageTable {
    private final JdbcClient database;

    MessageTable(JdbcClient database) {
        this.database = database;
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getString("id"),
                row.getString("conversation_id"),
                row.getLong("seq"),
                row.getString("sender_id"),
                row.getString("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getString("client_id"),
                instant(row, "edited_at"),
                instant(row, "deleted_at"),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime column(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    void insert(Message message) {
        database.sql("insert into message (id, conversation_id, seq, sender_id, body, client_id, version, sent_at)"
                        + " values (:id, :conversation, :seq, :sender, :body, :client, :version, :at)")
                .param("id", message.id())
                .param("conversation", message.conversationId())
                .param("seq", message.seq())
                .param("sender", message.senderId())
                .param("body", message.text())
                .param("client", message.clientId())
                .param("version", message.version())
                .param("at", column(message.sentAt()))
                .update();
    }

    /** As it stands now; all that may change of it. */
    void update(Message message) {
        database.sql("update message set body = :body, version = :version, edited_at = :edited, deleted_at = :deleted"
                        + " where id = :id")
                .param("body", message.text())
                .param("version", message.version())
                .param("edited", column(message.editedAt()))
                .param("deleted", column(message.deletedAt()))
                .param("id", message.id())
                .update();
    }

    /** What somebody has sent in a conversation and not taken away, in order. */
    List<Message> sentBy(String senderId, String conversationId) {
        return database.sql("select * from message where conversation_id = ? and sender_id = ? and deleted_at is null"
                        + " order by seq")
                .params(conversationId, senderId)
                .query(MessageTable::message)
                .list();
    }

    @Nullable
    Message find(String id) {
        return database.sql("select * from message where id = ?")
                .param(id)
                .query(MessageTable::message)
                .optional()
                .orElse(null);
    }

    /** What a sender has called so, or null. */
    @Nullable
    Message sent(String senderId, String clientId) {
        return database.sql("select * from message where sender_id = ? and client_id = ?")
                .params(senderId, clientId)
                .query(MessageTable::message)
                .optional()
                .orElse(null);
    }

    /** Those right before a number, in order. */
    List<Message> before(String conversationId, long seq, int limit) {
        return database.sql("select * from message where conversation_id = ? and seq < ?"
                        + " order by conversation_id desc, seq desc limit ?")
                .params(conversationId, seq, limit)
                .query(MessageTable::message)
                .list()
                .reversed();
    }

    /** Those right after a number, in order. */
    List<Message> after(String conversationId, long seq, int limit) {
        return database.sql("select * from message where conversation_id = ? and seq > ?"
                        + " order by conversation_id, seq limit ?")
                .params(conversationId, seq, limit)
                .query(MessageTable::message)
                .list();
    }

    /** What a user may read and has this in it, the newest first. */
    List<Message> search(String userId, String part, Cursor after, int limit) {
        return database.sql("select m.* from participant p join message m on m.conversation_id = p.conversation_id"
                        + " where p.account_id = :me and m.deleted_at is null and lower(m.body) like :part escape '!'"
                        + " and (m.sent_at, m.id) < (:at, :id) order by m.sent_at desc, m.id desc limit :limit")
                .param("me", userId)
                .param("part", MessageText.likeAnyWith(part))
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit)
                .query(MessageTable::message)
                .list();
    }
}
