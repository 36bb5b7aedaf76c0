package dev.fanfare.platform.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Who is signed in. */
@Repository
class Sessions {
    static final Duration LIFE = Duration.ofDays(14);

    private final JdbcClient database;
    private final Clock clock;

    Sessions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A session that has just begun.
     *
     * @param csrf what a browser has to send along with whatever changes something
     */
    record Begun(String token, String csrf) {
        /** Without tokens. */
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    /** A session that goes on. */
    record Active(Account account, String csrf) {
        /** Without the token. */
        @Override
        public String toString() {
            return "Active[accountId=" + account.id() + "]";
        }
    }

    /** How long a session lasts. */
    record Since(Instant beganAt, Instant endsAt) {}

    Begun begin(String accountId) {
        Begun begun = new Begun(Tokens.next(), Tokens.next());
        Instant now = clock.instant();
        database.sql(
                        "insert into account_session (token_hash, account_id, csrf, created_at, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        Tokens.hash(begun.token),
                        accountId,
                        begun.csrf,
                        now.atOffset(ZoneOffset.UTC),
                        now.plus(LIFE).atOffset(ZoneOffset.UTC))
                .update();
        return begun;
    }

    @Nullable
    Active find(String token) {
        return database.sql("select a.*, s.csrf from account_session s join account a on a.id = s.account_id"
                        + " where s.token_hash = ? and s.expires_at > ?" + Accounts.ACTIVE)
                .params(Tokens.hash(token), clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Active(Accounts.account(row, number), row.getString("csrf")))
                .optional()
                .orElse(null);
    }

    void end(String token) {
        database.sql("delete from account_session where token_hash = ?")
                .param(Tokens.hash(token))
                .update();
    }

    /** On every device. */
    void endAll(String accountId) {
        database.sql("delete from account_session where account_id = ?")
                .param(accountId)
                .update();
    }

    /**
     * On every device but one.
     *
     * @param token of the session that goes on
     */
    void endOthers(String accountId, String token) {
        database.sql("delete from account_session where account_id = ? and token_hash <> ?")
                .params(accountId, Tokens.hash(token))
                .update();
    }

    /** Those of an account, the newest first. */
    List<Since> of(String accountId) {
        return database.sql("select created_at, expires_at from account_session where account_id = ?"
                        + " order by created_at desc")
                .param(accountId)
                .query((row, number) -> new Since(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetExpired() {
        database.sql("delete from account_session where expires_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
