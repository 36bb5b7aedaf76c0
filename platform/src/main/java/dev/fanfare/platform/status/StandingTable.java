package dev.fanfare.platform.status;

import dev.fanfare.platform.status.Standing.Chosen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is known of users, over restarts. */
@Repository
class StandingTable {
    private final JdbcClient database;

    StandingTable(JdbcClient database) {
        this.database = database;
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        OffsetDateTime lastSeen = row.getObject("last_seen", OffsetDateTime.class);
        return new Standing(
                row.getString("user_id"),
                row.getBoolean("is_here"),
                Chosen.valueOf(row.getString("chosen").toUpperCase(Locale.ROOT)),
                lastSeen == null ? null : lastSeen.toInstant());
    }

    Standing find(String userId) {
        return database.sql("select * from user_status where user_id = ?")
                .param(userId)
                .query(StandingTable::standing)
                .optional()
                .orElse(Standing.unknown(userId));
    }

    /** The same, for this transaction alone until it ends. */
    Standing hold(String userId) {
        database.sql("insert into user_status (user_id, is_here, chosen) values (?, false, ?) on conflict do nothing")
                .params(userId, Chosen.ONLINE.wireName())
                .update();
        return database.sql("select * from user_status where user_id = ? for update")
                .param(userId)
                .query(StandingTable::standing)
                .single();
    }

    void update(Standing standing) {
        Instant lastSeen = standing.lastSeen();
        database.sql(
                        "update user_status set is_here = :here, chosen = :chosen, last_seen = :seen where user_id = :user")
                .param("here", standing.here())
                .param("chosen", standing.chosen().wireName())
                .param("seen", lastSeen == null ? null : lastSeen.atOffset(ZoneOffset.UTC))
                .param("user", standing.userId())
                .update();
    }

    void delete(String userId) {
        database.sql("delete from user_status where user_id = ?").param(userId).update();
    }

    /** Who is taken to be here. */
    Set<String> here() {
        return database.sql("select user_id from user_status where is_here")
                .query((row, number) -> row.getString("user_id"))
                .set();
    }
}
