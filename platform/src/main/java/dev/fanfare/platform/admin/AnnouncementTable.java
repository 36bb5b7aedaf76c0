package dev.fanfare.platform.admin;

import dev.fanfare.platform.admin.StoredAnnouncement.Kind;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.sdk.systems.announcement.ServiceStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was announced, and what is to be. */
@Repository
class AnnouncementTable {
    /** Those for everybody, and those for a tenant of somebody. */
    private static final String VISIBLE =
            "(tenant_id is null or tenant_id in (select m.tenant_id from membership m where m.account_id = :account))";

    /** Those of which nobody has been told, and somebody will be. */
    private static final String WAITING = "not told and ended_at is null";

    private final JdbcClient database;

    AnnouncementTable(JdbcClient database) {
        this.database = database;
    }

    private static StoredAnnouncement announcement(ResultSet row, int number) throws SQLException {
        String status = row.getString("status");
        return new StoredAnnouncement(
                row.getString("id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("message"),
                status == null ? null : ServiceStatus.Level.valueOf(status),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                row.getString("tenant_id"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    /** @param isTold false for one whose time has not come */
    void add(StoredAnnouncement announcement, boolean isTold) {
        ServiceStatus.Level status = announcement.status();
        database.sql(
                        "insert into announcement (id, kind, message, status, starts_at, ends_at, tenant_id, created_by,"
                                + " created_at, told) values (:id, :kind, :message, :status, :starts, :ends, :tenant, :by, :at, :told)")
                .param("id", announcement.id())
                .param("kind", announcement.kind().name())
                .param("message", announcement.message())
                .param("status", status == null ? null : status.name())
                .param("starts", at(announcement.startsAt()))
                .param("ends", at(announcement.endsAt()))
                .param("tenant", announcement.tenantId())
                .param("by", announcement.createdBy())
                .param("at", at(announcement.createdAt()))
                .param("told", isTold)
                .update();
    }

    /** Null if there is none for that user; until the transaction ends nobody else ends it. */
    @Nullable
    StoredAnnouncement lock(String id, String accountId) {
        return database.sql("select * from announcement where id = :id and " + VISIBLE + " for update")
                .param("id", id)
                .param("account", accountId)
                .query(AnnouncementTable::announcement)
                .optional()
                .orElse(null);
    }

    void end(String id, Instant now) {
        database.sql("update announcement set ended_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** The newest first. */
    List<StoredAnnouncement> list(String accountId, Cursor after, int limit) {
        return database.sql("select * from announcement where " + VISIBLE
                        + " and (created_at, id) < (:at, :id) order by created_at desc, id desc limit :limit")
                .param("account", accountId)
                .param("at", at(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(AnnouncementTable::announcement)
                .list();
    }

    /**
     * What counts now or will, but for the status, the newest first.
     *
     * @param accountId null for who is not signed in
     */
    List<StoredAnnouncement> running(@Nullable String accountId, Instant now) {
        return database.sql(
                        "select * from announcement where " + VISIBLE + " and kind in ('ANNOUNCEMENT', 'MAINTENANCE')"
                                + " and ended_at is null and (ends_at is null or ends_at > :now)"
                                + " order by created_at desc, id desc limit 100")
                .param("account", accountId)
                .param("now", at(now))
                .query(AnnouncementTable::announcement)
                .list();
    }

    /** What was said last of how the service is, of what is not over; null if there is nothing. */
    @Nullable
    StoredAnnouncement latestStatus(Instant now) {
        return database.sql("select * from announcement where kind = 'STATUS' and ended_at is null"
                        + " and (starts_at is null or starts_at <= :now) and (ends_at is null or ends_at > :now)"
                        + " order by greatest(coalesce(starts_at, created_at), created_at) desc, id desc limit 1")
                .param("now", at(now))
                .query(AnnouncementTable::announcement)
                .optional()
                .orElse(null);
    }

    /** Ids of those whose time has come and of which nobody has been told, at most a hundred. */
    List<String> due(Instant now) {
        return database.sql("select id from announcement where " + WAITING
                        + " and starts_at <= :now order by starts_at, id limit 100")
                .param("now", at(now))
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** When the time of the next comes; null if none waits for it. */
    @Nullable
    Instant nextDue() {
        return database.sql("select starts_at from announcement where " + WAITING + " order by starts_at limit 1")
                .query((row, number) -> instant(row, "starts_at"))
                .optional()
                .orElse(null);
    }

    /** One that is told from now on; null if it was, or if it was ended before. */
    @Nullable
    StoredAnnouncement take(String id) {
        int taken = database.sql("update announcement set told = true where id = ? and " + WAITING)
                .param(id)
                .update();
        return taken == 0
                ? null
                : database.sql("select * from announcement where id = ?")
                        .param(id)
                        .query(AnnouncementTable::announcement)
                        .single();
    }
}
