package dev.fanfare.platform.poker;

import dev.fanfare.platform.realtime.Queues;
import dev.fanfare.platform.work.DueSignal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where sessions are kept. */
@Repository
class PokerTable {
    private final JdbcClient database;
    private final Queues queues;
    private final DueSignal signal;

    PokerTable(JdbcClient database, Queues queues, DueSignal signal) {
        this.database = database;
        this.queues = queues;
        this.signal = signal;
    }

    /** Null if there is none. */
    @Nullable
    PokerSession find(String id) {
        return one("select * from poker_session where id = ?", id);
    }

    /** The same, and until the transaction ends nobody else changes it. */
    @Nullable
    PokerSession lock(String id) {
        queues.enter("poker session " + id);
        return one("select * from poker_session where id = ? for update", id);
    }

    private @Nullable PokerSession one(String sql, String id) {
        return database.sql(sql).param(id).query(PokerTable::session).optional().orElse(null);
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the project has one that goes on */
    void add(PokerSession session) {
        database.sql("insert into poker_session (id, tenant_id, title, project, active_project, deck_name, cards,"
                        + " auto_reveal, version, created_at) values (:id, :tenant, :title, :project, :active, :deck,"
                        + " :cards, :autoReveal, :version, :now)")
                .param("id", session.id())
                .param("tenant", session.tenantId())
                .param("title", session.title())
                .param("project", session.project())
                .param("active", activeProject(session))
                .param("deck", session.deck().name())
                .param("cards", String.join("\n", session.deck().cards()))
                .param("autoReveal", session.autoReveal())
                .param("version", session.version())
                .param("now", at(session.createdAt()))
                .update();
    }

    /** Keeps what has changed of one. Whoever calls has locked it. */
    void save(PokerSession session, @Nullable Instant due) {
        database.sql("update poker_session set active_project = :active, current_task_id = :task,"
                        + " timer_ends_at = :timer, due_at = :due, ended_at = :endedAt, ended_reason = :reason,"
                        + " version = :version where id = :id")
                .param("active", activeProject(session))
                .param("task", session.currentTaskId())
                .param("timer", optional(session.timerEndsAt()))
                .param("due", optional(due))
                .param("endedAt", optional(session.endedAt()))
                .param("reason", session.endedReason())
                .param("version", session.version())
                .param("id", session.id())
                .update();
        if (due != null) {
            signal.raiseAfterCommit();
        }
    }

    /** What no other session of the tenant that goes on may have. */
    private static @Nullable String activeProject(PokerSession session) {
        String project = session.project();
        return project == null || session.isEnded() ? null : inSmallLetters(project);
    }

    /** No longer than it is: letter by letter, which {@code toLowerCase} is not. */
    private static String inSmallLetters(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Those to which something was to happen by then, the most urgent first. */
    List<String> due(Instant now) {
        return ids("select id from poker_session where due_at <= ? order by due_at limit 100", at(now));
    }

    /** When something happens next, null if nothing does. */
    @Nullable
    Instant nextDue() {
        return database.sql("select min(due_at) as due_at from poker_session")
                .query((row, number) -> instant(row, "due_at"))
                .optional()
                .orElse(null);
    }

    /** Those that go on and that somebody is in whom the server had in the channel. */
    List<String> attended() {
        return database.sql("select distinct m.session_id as id from poker_member m join poker_session s"
                        + " on s.id = m.session_id where m.is_connected and s.ended_at is null")
                .query((row, number) -> row.getString("id"))
                .list();
    }

    /** Those that go on and that somebody is in. */
    List<String> activeOf(String userId) {
        return ids(
                "select s.id from poker_session s join poker_member m on m.session_id = s.id"
                        + " where m.account_id = ? and s.ended_at is null order by s.id",
                userId);
    }

    private List<String> ids(String sql, Object parameter) {
        return database.sql(sql)
                .param(parameter)
                .query((row, number) -> row.getString("id"))
                .list();
    }

    boolean isEmpty() {
        return database.sql("select count(*) from poker_session")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static PokerSession session(ResultSet row, int number) throws SQLException {
        return new PokerSession(
                row.getString("id"),
                row.getString("tenant_id"),
                row.getString("title"),
                row.getString("project"),
                new Deck(
                        row.getString("deck_name"),
                        List.of(row.getString("cards").split("\n"))),
                row.getBoolean("auto_reveal"),
                row.getString("current_task_id"),
                instant(row, "timer_ends_at"),
                instant(row, "ended_at"),
                row.getString("ended_reason"),
                row.getLong("version"),
                Objects.requireNonNull(instant(row, "created_at")));
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
        return instant == null ? null : at(instant);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
