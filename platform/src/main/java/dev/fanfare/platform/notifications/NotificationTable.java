package dev.fanfare.platform.notifications;

import dev.fanfare.sdk.Payload;
import dev.fanfare.sdk.systems.NewNotification;
import dev.fanfare.sdk.systems.user.Notification;
import dev.fanfare.sdk.systems.user.NotificationType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The notifications that are kept. */
@Repository
class NotificationTable {
    private static final TypeReference<Map<String, Object>> METADATA = new TypeReference<>() {};
    private static final String WANTED = " from notification where user_id = :user and archived = :archived"
            + " and (cast(:type as varchar(20)) is null or type = :type)"
            + " and (cast(:read as boolean) is null or is_read = :read)";

    private static final int LONGEST_PAGE = 200;

    private final JdbcClient database;

    NotificationTable(JdbcClient database) {
        this.database = database;
    }

    /**
     * Which of a user's notifications are asked for.
     *
     * @param type null for all
     * @param read null for those that are read and those that are not
     */
    record Wanted(
            String userId,
            @Nullable NotificationType type,
            @Nullable Boolean read,
            boolean archived) {}

    private static StoredNotification stored(ResultSet row, int number) throws SQLException {
        String metadata = row.getString("metadata");
        return new StoredNotification(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("title"),
                row.getString("message"),
                NotificationType.of(row.getString("type")),
                metadata == null ? null : JsonMapper.shared().readValue(metadata, METADATA),
                row.getBoolean("is_read"),
                row.getBoolean("seen"),
                row.getBoolean("archived"),
                row.getBoolean("urgent"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    /** @param key null for one that may be told again */
    void insert(Notification notification, boolean isUrgent, @Nullable String key) {
        database.sql(
                        "insert into notification (id, user_id, type, title, message, metadata, once_key, urgent, is_read, seen,"
                                + " archived, created_at, page) values (:id, :user, :type, :title, :message, :metadata, :key, :urgent,"
                                + " :read, :read, false, :at, :page)")
                .param("id", notification.id())
                .param("user", notification.userId())
                .param("type", notification.type().wireName())
                .param("title", notification.title())
                .param("message", notification.message())
                .param("metadata", json(notification.metadata()))
                .param("key", key)
                .param("urgent", isUrgent)
                .param("read", notification.read())
                .param("at", notification.createdAt().atOffset(ZoneOffset.UTC))
                .param("page", page(notification))
                .update();
    }

    private static @Nullable String json(@Nullable Map<String, Object> metadata) {
        return metadata == null ? null : Payload.json(metadata);
    }

    private static @Nullable String page(Notification notification) {
        return page(notification.metadata());
    }

    private static @Nullable String page(@Nullable Map<String, Object> metadata) {
        return metadata != null && metadata.get(Notice.URL) instanceof String page && page.length() <= LONGEST_PAGE
                ? page
                : null;
    }

    /** One that leads to the same page and is not read; null if there is none. */
    @Nullable
    StoredNotification unreadLike(NewNotification what) {
        String page = page(what.metadata());
        return page == null
                ? null
                : database.sql("select * from notification where user_id = ? and page = ? and is_read = false"
                                + " and archived = false and type = ? order by created_at desc, id desc limit 1")
                        .params(what.userId(), page, what.type().wireName())
                        .query(NotificationTable::stored)
                        .optional()
                        .orElse(null);
    }

    /** Tells something newer with one that is kept; it has not been seen then. */
    void retell(StoredNotification notification) {
        database.sql("update notification set title = :title, message = :message, metadata = :metadata, seen = false,"
                        + " created_at = :at where id = :id")
                .param("title", notification.title())
                .param("message", notification.message())
                .param("metadata", json(notification.metadata()))
                .param("at", notification.createdAt().atOffset(ZoneOffset.UTC))
                .param("id", notification.id())
                .update();
    }

    /** The ids of those that lead to a page and are not read. */
    List<String> unreadLeadingTo(String userId, String page) {
        return database.sql("select id from notification where user_id = ? and page = ? and not is_read order by id")
                .params(userId, page)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    void readLeadingTo(String userId, String page) {
        database.sql("update notification set is_read = true, seen = true"
                        + " where user_id = ? and page = ? and not is_read")
                .params(userId, page)
                .update();
    }

    boolean hasHad(String userId, @Nullable String key) {
        return key != null
                && database.sql("select count(*) from notification where user_id = ? and once_key = ?")
                                .params(userId, key)
                                .query(Long.class)
                                .single()
                        > 0;
    }

    Counts counts(String userId) {
        return database.sql("select (select count(*) from notification where user_id = :user and archived = false"
                        + " and is_read = false) as unread, (select count(*) from notification where user_id = :user"
                        + " and archived = false and seen = false) as unseen")
                .param("user", userId)
                .query((row, number) -> new Counts(row.getInt("unread"), row.getInt("unseen")))
                .single();
    }

    @Nullable
    StoredNotification find(String userId, String id) {
        return database.sql("select * from notification where user_id = ? and id = ?")
                .params(userId, id)
                .query(NotificationTable::stored)
                .optional()
                .orElse(null);
    }

    /** The newest first. */
    List<StoredNotification> list(Wanted wanted, long offset, int limit) {
        return of(wanted, "select *" + WANTED + " order by created_at desc, id desc limit :limit offset :offset")
                .param("limit", limit)
                .param("offset", offset)
                .query(NotificationTable::stored)
                .list();
    }

    int total(Wanted wanted) {
        return of(wanted, "select count(*)" + WANTED).query(Integer.class).single();
    }

    private JdbcClient.StatementSpec of(Wanted wanted, String sql) {
        return database.sql(sql)
                .param("user", wanted.userId)
                .param("archived", wanted.archived)
                .param("type", wanted.type == null ? null : wanted.type.wireName())
                .param("read", wanted.read);
    }

    /** As it stands now; all that may change of it. */
    void update(StoredNotification notification) {
        database.sql("update notification set is_read = ?, seen = ?, archived = ? where user_id = ? and id = ?")
                .params(
                        notification.read(),
                        notification.seen(),
                        notification.archived(),
                        notification.userId(),
                        notification.id())
                .update();
    }

    /** All of a user that lead to a page. */
    List<StoredNotification> leadingTo(String userId, String page) {
        return database.sql("select * from notification where user_id = ? and page = ? order by id")
                .params(userId, page)
                .query(NotificationTable::stored)
                .list();
    }

    /** Changes what one says. */
    void reword(StoredNotification notification) {
        database.sql("update notification set title = ?, message = ? where user_id = ? and id = ?")
                .params(notification.title(), notification.message(), notification.userId(), notification.id())
                .update();
    }

    /** Changes where one leads. */
    void redirect(StoredNotification notification) {
        database.sql("update notification set metadata = :metadata, page = :page where user_id = :user and id = :id")
                .param("metadata", json(notification.metadata()))
                .param("page", page(notification.metadata()))
                .param("user", notification.userId())
                .param("id", notification.id())
                .update();
    }

    /** All of a user, the oldest first. */
    List<StoredNotification> all(String userId) {
        return database.sql("select * from notification where user_id = ? order by created_at, id")
                .param(userId)
                .query(NotificationTable::stored)
                .list();
    }

    void deleteAll(String userId) {
        database.sql("delete from notification where user_id = ?").param(userId).update();
    }

    /** @return how many were not */
    int readAll(String userId) {
        return database.sql(
                        "update notification set is_read = true, seen = true where user_id = ? and not (is_read and seen)")
                .param(userId)
                .update();
    }

    /** @return how many were not */
    int seeAll(String userId) {
        return database.sql("update notification set seen = true where user_id = ? and not seen")
                .param(userId)
                .update();
    }

    /** Of those that are out of the way already. */
    int deleteArchived(Instant before) {
        return database.sql("delete from notification where archived and created_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
