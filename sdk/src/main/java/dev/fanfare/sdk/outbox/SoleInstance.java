package dev.fanfare.sdk.outbox;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that an embedded server is the only one: the clients of a second one would not get what the first publishes. The
 * owner counts on in a row of the database; whoever finds a row that is still counted does not start. Only differences matter, so
 * clocks need not agree.
 */
final class SoleInstance {
    /** How often the owner counts. */
    static final Duration BEAT = Duration.ofSeconds(1);

    private final String owner = UUID.randomUUID().toString();
    private final Duration patience;

    /** @param patience how long a row has to stand still before its owner is taken for dead */
    SoleInstance(Duration patience) {
        this.patience = patience;
    }

    private record Row(String owner, long beat) {}

    /** @throws IllegalStateException if another instance runs */
    void take(Connection connection) throws SQLException {
        List<Row> before = row(connection);
        if (before.isEmpty()) {
            if (!inserted(connection)) {
                throw another();
            }
            return;
        }
        Row seen = before.getFirst();
        observe(connection, seen);
        int taken = Rows.update(
                connection,
                "UPDATE fanfare_outbox_sole SET owner = ?, beat = 0 WHERE owner = ? AND beat = ?",
                owner,
                seen.owner,
                seen.beat);
        if (taken == 0 && !inserted(connection)) {
            throw another();
        }
    }

    /** @throws IllegalStateException as soon as the row is counted on */
    private void observe(Connection connection, Row seen) throws SQLException {
        System.getLogger(SoleInstance.class.getName())
                .log(Level.INFO, "Waits {0} to see whether another instance with an embedded server lives", patience);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(patience.toNanos() / 10);
            List<Row> now = row(connection);
            if (now.isEmpty()) {
                return;
            }
            if (!now.getFirst().equals(seen)) {
                throw another();
            }
        }
    }

    private boolean inserted(Connection connection) throws SQLException {
        try {
            return Rows.update(
                            connection,
                            "INSERT INTO fanfare_outbox_sole (id, owner, beat) SELECT 1, CAST(? AS VARCHAR(36)), 0"
                                    + " WHERE NOT EXISTS (SELECT 1 FROM fanfare_outbox_sole)",
                            owner)
                    == 1;
        } catch (SQLException e) {
            if (row(connection).isEmpty()) {
                throw e;
            }
            return false; // somebody else was faster
        }
    }

    private static List<Row> row(Connection connection) throws SQLException {
        return Rows.select(
                connection,
                1,
                "SELECT owner, beat FROM fanfare_outbox_sole",
                row -> new Row(row.getString(1), row.getLong(2)));
    }

    /** @return false if another instance has taken over */
    boolean beat(Connection connection) throws SQLException {
        return Rows.update(connection, "UPDATE fanfare_outbox_sole SET beat = beat + 1 WHERE owner = ?", owner) == 1;
    }

    void leave(Connection connection) throws SQLException {
        Rows.update(connection, "DELETE FROM fanfare_outbox_sole WHERE owner = ?", owner);
    }

    private static IllegalStateException another() {
        return new IllegalStateException(
                "REALTIME_PROVIDER is `embedded`, and another instance with a server of its own"
                        + " uses this database: the clients of one would miss what the other publishes. Run one server and set"
                        + " REALTIME_PROVIDER to `pusher`, or run one instance");
    }
}
