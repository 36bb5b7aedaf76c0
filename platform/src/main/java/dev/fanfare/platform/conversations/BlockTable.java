package dev.fanfare.platform.conversations;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wants to hear nothing more from whom, in any conversation. */
@Repository
class BlockTable {
    private final JdbcClient database;
    private final Clock clock;

    BlockTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return whether it was not so before */
    boolean block(String blockerId, String blockedId) {
        return database.sql(
                                "insert into account_block (blocker_id, blocked_id, created_at) values (?, ?, ?) on conflict do nothing")
                        .params(blockerId, blockedId, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void unblock(String blockerId, String blockedId) {
        database.sql("delete from account_block where blocker_id = ? and blocked_id = ?")
                .params(blockerId, blockedId)
                .update();
    }

    boolean hasBlocked(String blockerId, String blockedId) {
        return database.sql("select count(*) from account_block where blocker_id = ? and blocked_id = ?")
                        .params(blockerId, blockedId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Ends what somebody wants of others; what others want of them does no harm any more. */
    void forget(String accountId) {
        database.sql("delete from account_block where blocker_id = :id or blocked_id = :id")
                .param("id", accountId)
                .update();
    }

    /** Whom somebody has blocked. */
    List<String> blockedBy(String accountId) {
        return database.sql("select blocked_id from account_block where blocker_id = ? order by blocked_id")
                .param(accountId)
                .query((row, number) -> row.getString("blocked_id"))
                .list();
    }

    /** Whether either has blocked the other. */
    boolean areBlocked(String one, String other) {
        return database.sql(
                        "select exists (select 1 from account_block where blocker_id = :one and blocked_id = :other)"
                                + " or exists (select 1 from account_block where blocker_id = :other and blocked_id = :one)")
                .param("one", one)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }
}
