package dev.fanfare.platform.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** The links that let people choose a password, one at most for each. */
@Repository
class InvitationTable {
    private final JdbcClient database;
    private final Clock clock;

    InvitationTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whom a link is for. */
    record Invited(Account account, Instant expiresAt) {}

    /** In place of the one that there may be; whoever does so holds the account. */
    void replace(String accountId, String token, Instant expiresAt) {
        end(accountId);
        database.sql("insert into account_invitation (account_id, token_hash, created_at, expires_at)"
                        + " values (?, ?, ?, ?)")
                .params(accountId, Tokens.hash(token), now(), expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Null if there is none that works. */
    @Nullable
    Invited find(String token) {
        return database.sql("select a.*, i.expires_at from account_invitation i join account a on a.id = i.account_id"
                        + " where i.token_hash = ? and i.expires_at > ?" + Accounts.ACTIVE)
                .params(Tokens.hash(token), now())
                .query((row, number) -> new Invited(
                        Accounts.account(row, number),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .optional()
                .orElse(null);
    }

    /** @return whether it still worked; it does so no longer */
    boolean take(String token) {
        return database.sql("delete from account_invitation where token_hash = ? and expires_at > ?")
                        .params(Tokens.hash(token), now())
                        .update()
                > 0;
    }

    void end(String accountId) {
        database.sql("delete from account_invitation where account_id = ?")
                .param(accountId)
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        database.sql("delete from account_invitation where expires_at <= ?")
                .param(now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
