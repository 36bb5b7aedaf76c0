package dev.fanfare.platform.identity;

import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.LikePattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All accounts that there are, whether they can be used or not; without those that are erased. */
@Repository
public class ManagedAccounts {
    private final JdbcClient database;
    private final Clock clock;

    ManagedAccounts(JdbcClient database, Clock clock) {
        this.clock = clock;
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

    /**
     * Changes one that whoever calls has locked.
     *
     * @return what it is now
     */
    public ManagedAccount change(ManagedAccount before, String name, Account.Role role, boolean isActive) {
        Account account = before.account();
        Instant deactivatedAt = isActive ? null : Objects.requireNonNullElse(before.deactivatedAt(), clock.instant());
        database.sql("update account set name = :name, role = :role, deactivated_at = :deactivated where id = :id")
                .param("name", name)
                .param("role", role.name())
                .param("deactivated", deactivatedAt == null ? null : deactivatedAt.atOffset(ZoneOffset.UTC))
                .param("id", account.id())
                .update();
        return new ManagedAccount(
                new Account(account.id(), account.email(), name, account.avatar(), role),
                before.createdAt(),
                before.hasJoined(),
                deactivatedAt);
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
