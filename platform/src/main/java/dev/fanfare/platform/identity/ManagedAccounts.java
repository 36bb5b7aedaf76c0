package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts that there are, whether they can be used or not; without those that are erased. */
@Repository
public class ManagedAccounts {
    private final JdbcClient database;

    ManagedAccounts(JdbcClient database) {
        this.database = database;
    }

    /**
     * The newest first.
     *
     * @param part of the name or the email; empty for all
     */
    public List<ManagedAccount> find(String part, Cursor after, int limit) {
        return database.sql("select * from account where erased_at is null and (created_at, id) < (:at, :id)"
                        + " and (lower(name) like :pattern escape '!' or email like :pattern escape '!')"
                        + " order by created_at desc, id desc limit :limit")
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("pattern", LikePattern.containing(part))
                .param("limit", limit)
                .query(ManagedAccounts::managed)
                .list();
    }

    /** Null if there is none. Until the transaction ends nobody else changes it. */
    public @Nullable ManagedAccount lock(String id) {
        return database.sql("select * from account where id = ? and erased_at is null for update")
                .param(id)
                .query(ManagedAccounts::managed)
                .optional()
                .orElse(null);
    }

    /** Makes the name, the role and whether it may be used as they are to be. */
    public void change(ManagedAccount changed) {
        Instant deactivatedAt = changed.deactivatedAt();
        database.sql("update account set name = :name, role = :role, deactivated_at = :deactivated where id = :id")
                .param("name", changed.account().name())
                .param("role", changed.account().role().name())
                .param("deactivated", deactivatedAt == null ? null : deactivatedAt.atOffset(ZoneOffset.UTC))
                .param("id", changed.account().id())
                .update();
    }

    private static ManagedAccount managed(ResultSet row, int number) throws SQLException {
        OffsetDateTime deactivatedAt = row.getObject("deactivated_at", OffsetDateTime.class);
        return new ManagedAccount(
                Accounts.account(row, number),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("joined_at") != null,
                deactivatedAt == null ? null : deactivatedAt.toInstant());
    }
}
