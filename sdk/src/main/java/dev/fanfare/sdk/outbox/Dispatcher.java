package dev.fanfare.sdk.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The threads that publish: each looks for lanes with something due, takes one turn in each, and rests when nothing is. */
final class Dispatcher {
    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());
    /** Looks at the first due event of each lane only, however many wait. */
    private static final String DUE_LANES =
            "SELECT l.lane FROM fanfare_outbox_lane l WHERE EXISTS (SELECT 1 FROM fanfare_outbox o"
                    + " LEFT JOIN fanfare_outbox_resting r ON r.channel = o.channel"
                    + " WHERE o.lane = l.lane AND (r.retry_at IS NULL OR r.retry_at <= ?)) ORDER BY l.lane";

    private final DataSource database;
    private final OutboxSettings settings;
    private final LaneTurn turn;
    private final InstantSource clock;
    private final @Nullable SoleInstance sole;
    private final List<Thread> threads = new ArrayList<>();

    /** How often it was woken; guarded by this. */
    private long wakes;

    private volatile boolean stopped;
    private volatile boolean isSole = true;

    Dispatcher(
            DataSource database,
            OutboxSettings settings,
            LaneTurn turn,
            InstantSource clock,
            @Nullable SoleInstance sole) {
        this.database = database;
        this.settings = settings;
        this.turn = turn;
        this.clock = clock;
        this.sole = sole;
    }

    void start() {
        for (int worker = 0; worker < settings.workers(); worker++) {
            int first = worker * OutboxTables.LANES / settings.workers();
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("fanfare-outbox-" + worker)
                    .start(() -> run(first)));
        }
        if (sole != null) {
            threads.add(Thread.ofPlatform().daemon().name("fanfare-outbox-beat").start(() -> beat(sole)));
        }
    }

    synchronized void wake() {
        wakes++;
        notifyAll();
    }

    boolean isSole() {
        return isSole;
    }

    /** Ends the turns that are under way, which the timeouts of their requests bound, and the threads. */
    void stop() {
        stopped = true;
        wake();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void run(int firstLane) {
        while (!stopped) {
            long seen = wakes();
            try {
                if (!isSole || !round(firstLane)) {
                    await(seen, settings.poll());
                }
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    LOG.log(Level.WARNING, "The outbox cannot work at the moment; it tries again", e);
                    await(seen, settings.poll());
                }
            }
        }
    }

    /** @return whether anything was published */
    private boolean round(int firstLane) throws SQLException {
        boolean worked = false;
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(
                    Connection.TRANSACTION_READ_COMMITTED); // sees what the last turn deleted
            connection.setAutoCommit(false);
            try {
                for (int lane : dueLanes(connection, firstLane)) {
                    worked |= !stopped && turn.take(connection, lane);
                }
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
                connection.setTransactionIsolation(isolation);
            }
        }
        return worked;
    }

    /** Each worker begins at a lane of its own. */
    private List<Integer> dueLanes(Connection connection, int first) throws SQLException {
        List<Integer> lanes =
                Rows.select(connection, OutboxTables.LANES, DUE_LANES, row -> row.getInt(1), clock.millis());
        connection.commit();
        List<Integer> rotated = new ArrayList<>();
        lanes.stream().filter(lane -> lane >= first).forEach(rotated::add);
        lanes.stream().filter(lane -> lane < first).forEach(rotated::add);
        return rotated;
    }

    private void beat(SoleInstance row) {
        while (!stopped && isSole) {
            try (Connection connection = Rows.autoCommitting(database)) {
                isSole = row.beat(connection);
                if (!isSole) {
                    LOG.log(
                            Level.ERROR,
                            "Another instance with an embedded server has taken over the outbox, because this one stood still; it publishes nothing any more");
                }
            } catch (SQLException e) {
                LOG.log(Level.DEBUG, "The outbox cannot say that it lives", e);
            }
            await(wakes(), SoleInstance.BEAT);
        }
    }

    private synchronized long wakes() {
        return wakes;
    }

    private synchronized void await(long seen, Duration longest) {
        try {
            long end = System.nanoTime() + longest.toNanos();
            long left = longest.toMillis();
            while (wakes == seen && !stopped && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
