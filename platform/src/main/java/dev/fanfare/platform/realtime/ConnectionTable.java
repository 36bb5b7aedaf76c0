package dev.fanfare.platform.realtime;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which connections have asked for rights as whom. No session, and so no right, is older than what is kept. */
@Repository
class ConnectionTable {
    static final Duration KEPT = Duration.ofDays(15);

    private final JdbcClient database;

    ConnectionTable(JdbcClient database) {
        this.database = database;
    }

    void add(String accountId, String socketId, Instant now) {
        database.sql("insert into connection_rights (account_id, socket_id, asked_at) values (?, ?, ?)"
                        + " on conflict do nothing")
                .params(accountId, socketId, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<String> of(String accountId) {
        return database.sql("select socket_id from connection_rights where account_id = ? order by asked_at, socket_id")
                .param(accountId)
                .query((row, number) -> row.getString("socket_id"))
                .list();
    }

    void remove(String accountId, List<String> socketIds) {
        database.sql("delete from connection_rights where account_id = :account and socket_id in (:sockets)")
                .param("account", accountId)
                .param("sockets", socketIds)
                .update();
    }

    void removeOlderThan(Instant time) {
        database.sql("delete from connection_rights where asked_at < ?")
                .param(time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
