package dev.fanfare.platform.admin;

import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what that only administrators may. It is kept for good: what it grows by is what people do by hand. */
@Repository
class Actions {
    private static final Logger LOG = LoggerFactory.getLogger(Actions.class);
    private static final int LONGEST_TARGET = 400;
    private static final int LONGEST_DETAIL = 2_000;

    private final JdbcClient database;
    private final Accounts accounts;
    private final Clock clock;

    Actions(JdbcClient database, Accounts accounts, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** An action as others see it. */
    record Entry(
            String id,
            Instant at,
            @Nullable Person by,
            String action,
            @Nullable String target,
            @Nullable String detail) {}

    private record Kept(
            String id,
            Instant at,
            String accountId,
            String action,
            @Nullable String target,
            @Nullable String detail) {
        static Kept read(ResultSet row, int number) throws SQLException {
            return new Kept(
                    row.getString("id"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("account_id"),
                    row.getString("action"),
                    row.getString("target"),
                    row.getString("detail"));
        }

        Entry by(Map<String, Person> people) {
            return new Entry(id, at, people.get(accountId), action, target, detail);
        }
    }

    /**
     * Keeps one more, in the transaction that there is or in one of its own.
     *
     * @param target the id of what it was done to, null for nothing
     */
    void add(SignedIn by, String action, @Nullable String target, @Nullable String detail) {
        database.sql("insert into admin_action (id, at, account_id, action, target, detail)"
                        + " values (:id, :at, :account, :action, :target, :detail)")
                .param("id", Ids.next())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", by.id())
                .param("action", action)
                .param("target", cut(target, LONGEST_TARGET))
                .param("detail", cut(detail, LONGEST_DETAIL))
                .update();
        LOG.info("{} does {} to {}", by.id(), action, target);
    }

    private static @Nullable String cut(@Nullable String text, int longest) {
        return text == null ? null : PlainText.cut(text, longest);
    }

    /** The newest first. */
    List<Entry> list(Cursor after, int limit) {
        return shown(database.sql("select * from admin_action where (at, id) < (:at, :id)"
                        + " order by at desc, id desc limit :limit")
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit)
                .query(Kept::read)
                .list());
    }

    /** All that one has done, the oldest first. */
    List<Entry> of(String accountId) {
        return shown(database.sql("select * from admin_action where account_id = ? order by at, id")
                .param(accountId)
                .query(Kept::read)
                .list());
    }

    private List<Entry> shown(List<Kept> kept) {
        Map<String, Person> people =
                accounts.people(kept.stream().map(Kept::accountId).distinct().toList());
        return kept.stream().map(entry -> entry.by(people)).toList();
    }
}
