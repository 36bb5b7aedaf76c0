package dev.fanfare.sdk.outbox;

import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Stores events in the transaction that changes what they tell of, and publishes them once it has committed: at least once, and
 * those of a channel in the order in which they were stored. A server that does not answer costs nobody a request; what it
 * refuses becomes a {@link DeadLetter}. Several instances of an application may have an outbox on one database, which is
 * PostgreSQL or H2. Safe to use from several threads.
 */
public final class Outbox implements AutoCloseable {
    private final DataSource database;
    private final OutboxSettings settings;
    private final InstantSource clock;
    private final Counts counts = new Counts();
    private final Dispatcher dispatcher;
    private final @Nullable SoleInstance sole;

    private Outbox(DataSource database, RealtimeService service, OutboxSettings settings, @Nullable SoleInstance sole) {
        this.database = database;
        this.settings = settings;
        this.sole = sole;
        clock = InstantSource.system();
        dispatcher = new Dispatcher(database, settings, new LaneTurn(service, settings, clock, counts), clock, sole);
    }

    /**
     * Makes the tables if they are to be made, and begins to publish what is there.
     *
     * @param service stays the caller's, who closes it after the outbox
     * @throws IllegalStateException if the service is an embedded server and another instance has one as well
     * @throws SQLException if the database cannot be used
     */
    public static Outbox start(DataSource database, RealtimeService service, OutboxSettings settings)
            throws SQLException {
        boolean embedded = service.getClientConfig().provider().equals("embedded");
        SoleInstance sole = embedded ? new SoleInstance(SoleInstance.BEAT.multipliedBy(3)) : null;
        try (Connection connection = Rows.autoCommitting(database)) {
            if (settings.createTables()) {
                OutboxTables.create(connection);
            }
            if (sole != null) {
                sole.take(connection);
            }
        }
        Outbox outbox = new Outbox(database, service, settings, sole);
        outbox.dispatcher.start();
        return outbox;
    }

    /** What creates the tables, for tools that do so. */
    public static List<String> tableDefinitions() {
        return OutboxTables.DEFINITIONS;
    }

    /**
     * Stores events, as part of whatever transaction the connection is in. Call {@link #wake} after its commit.
     *
     * @return an id for each event and channel, in order
     * @throws RealtimeException if anything is wrong about one of them; nothing is stored then
     */
    public List<String> enqueue(Connection connection, List<OutboundEvent> events) throws SQLException {
        List<StoredEvent> rows = new ArrayList<>();
        for (OutboundEvent event : events) {
            for (String channel : event.channels()) {
                String id = UUID.randomUUID().toString();
                String data = EventIds.stamped(event, settings.idField(), id);
                OutboundEvent stored =
                        OutboundEvent.of(channel, event.name(), data).except(event.exceptSocketId());
                Checked.event(stored, settings.maxDataSize());
                rows.add(new StoredEvent(0, id, channel, event.name(), data, event.exceptSocketId(), clock.millis()));
            }
        }
        Rows.insert(connection, rows);
        return rows.stream().map(StoredEvent::eventId).toList();
    }

    /** Publishes what has been committed, without waiting for the next look. Returns at once. */
    public void wake() {
        dispatcher.wake();
    }

    /** Asks the database. */
    public OutboxStatus status() throws SQLException {
        try (Connection connection = Rows.autoCommitting(database)) {
            record Waiting(long pending, long oldest) {}
            record Resting(long channels, int failures) {}
            Waiting waiting = Rows.select(
                            connection,
                            1,
                            "SELECT COUNT(*), COALESCE(MIN(enqueued_at), 0) FROM fanfare_outbox",
                            row -> new Waiting(row.getLong(1), row.getLong(2)))
                    .getFirst();
            Resting resting = Rows.select(
                            connection,
                            1,
                            "SELECT COUNT(*), COALESCE(MAX(failures), 0) FROM fanfare_outbox_resting",
                            row -> new Resting(row.getLong(1), row.getInt(2)))
                    .getFirst();
            long dead = Rows.select(connection, 1, "SELECT COUNT(*) FROM fanfare_outbox_dead", row -> row.getLong(1))
                    .getFirst();
            long lag = waiting.pending == 0 ? 0 : Math.max(0, clock.millis() - waiting.oldest);
            return new OutboxStatus(
                    waiting.pending,
                    Duration.ofMillis(lag),
                    resting.channels,
                    resting.failures,
                    dead,
                    counts.published.sum(),
                    counts.failures.sum(),
                    dispatcher.isSole());
        }
    }

    /**
     * Events that were given up, the oldest first.
     *
     * @param most how many at most, 0 for all
     */
    public List<DeadLetter> deadLetters(int most) throws SQLException {
        try (Connection connection = Rows.autoCommitting(database)) {
            return Rows.select(connection, most, "SELECT * FROM fanfare_outbox_dead ORDER BY id", row -> {
                StoredEvent event = StoredEvent.read(row);
                return new DeadLetter(
                        event.id(),
                        event.eventId(),
                        event.channel(),
                        event.name(),
                        event.data(),
                        row.getString("error"),
                        Instant.ofEpochMilli(event.enqueuedAt()));
            });
        }
    }

    /**
     * Puts dead letters behind what waits for their channels, and publishes them again with the ids they had.
     *
     * @param numbers of {@link DeadLetter}s; those that there are not are passed over
     * @return how many there were
     */
    public int replay(List<Long> numbers) throws SQLException {
        int replayed = 0;
        try (Connection connection = Rows.autoCommitting(database)) {
            connection.setAutoCommit(false);
            try {
                for (long number : numbers) {
                    replayed += replay(connection, number);
                }
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        wake();
        return replayed;
    }

    private static int replay(Connection connection, long number) throws SQLException {
        List<StoredEvent> dead = Rows.select(
                connection, 1, "SELECT * FROM fanfare_outbox_dead WHERE id = ? FOR UPDATE", StoredEvent::read, number);
        Rows.insert(connection, dead);
        Rows.update(connection, "DELETE FROM fanfare_outbox_dead WHERE id = ?", number);
        return dead.size();
    }

    /**
     * Forgets dead letters.
     *
     * @return how many there were
     */
    public int discard(List<Long> numbers) throws SQLException {
        int discarded = 0;
        try (Connection connection = Rows.autoCommitting(database)) {
            for (long number : numbers) {
                discarded += Rows.update(connection, "DELETE FROM fanfare_outbox_dead WHERE id = ?", number);
            }
        }
        return discarded;
    }

    /** Ends what is being published, and stops. What is not published stays stored. */
    @Override
    public void close() {
        dispatcher.stop();
        if (sole != null) {
            try (Connection connection = Rows.autoCommitting(database)) {
                sole.leave(connection);
            } catch (SQLException e) {
                System.getLogger(Outbox.class.getName())
                        .log(System.Logger.Level.DEBUG, "The next start will wait a moment", e);
            }
        }
    }
}
