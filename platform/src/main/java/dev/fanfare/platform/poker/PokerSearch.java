package dev.fanfare.platform.poker;

import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists the sessions of a user's tenants, the newest first, page by page. */
@Repository
class PokerSearch {
    private final JdbcClient database;

    PokerSearch(JdbcClient database) {
        this.database = database;
    }

    /** A session in a list. */
    record Entry(
            String id,
            String title,
            @Nullable String project,
            String status,
            int members,
            int tasks,
            int finalized,
            Instant createdAt) {}

    /**
     * @param status active, ended or null for both
     * @throws Problem 400 for another
     */
    Slice<Entry> find(String userId, @Nullable String status, int limit, @Nullable String cursor) {
        Cursor after = Cursor.parse(cursor);
        List<Entry> found = database.sql("select s.*,"
                        + " (select count(*) from poker_member m where m.session_id = s.id) as members,"
                        + " (select count(*) from poker_task t where t.session_id = s.id) as tasks,"
                        + " (select count(*) from poker_task t where t.session_id = s.id and t.final_card is not null)"
                        + " as finalized from poker_session s where s.tenant_id in"
                        + " (select tenant_id from membership where account_id = :user) and " + condition(status)
                        + " and (s.created_at < :at or s.created_at = :at and s.id < :id)"
                        + " order by s.created_at desc, s.id desc limit :limit")
                .param("user", userId)
                .param("at", PokerTable.at(after.at()))
                .param("id", after.id())
                .param("limit", limit + 1)
                .query(PokerSearch::entry)
                .list();
        return Slice.of(found, limit, last -> new Cursor(last.createdAt(), last.id()));
    }

    private static String condition(@Nullable String status) {
        return switch (status) {
            case null -> "true";
            case "active" -> "s.ended_at is null";
            case "ended" -> "s.ended_at is not null";
            default -> throw Problem.malformed("invalid", "status is none of active, ended");
        };
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getString("title"),
                row.getString("project"),
                row.getString("ended_at") == null ? "active" : "ended",
                row.getInt("members"),
                row.getInt("tasks"),
                row.getInt("finalized"),
                Objects.requireNonNull(PokerTable.instant(row, "created_at")));
    }
}
