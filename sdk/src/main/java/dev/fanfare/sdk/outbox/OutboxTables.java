package dev.fanfare.sdk.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, in SQL that PostgreSQL and H2 understand. A channel belongs to one lane. Whoever holds the lock on a lane's row
 * publishes what is in it, so that the order of a channel survives any number of instances, and a lock that dies with its
 * connection needs no clock.
 */
final class OutboxTables {
    static final int LANES = 16;

    /** What creates them, for those who create tables themselves. */
    static final List<String> DEFINITIONS = List.of(
            """
            CREATE TABLE IF NOT EXISTS fanfare_outbox (
              id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              lane SMALLINT NOT NULL,
              event_id VARCHAR(36) NOT NULL,
              channel VARCHAR(255) NOT NULL,
              name VARCHAR(255) NOT NULL,
              data TEXT NOT NULL,
              except_socket_id VARCHAR(50),
              enqueued_at BIGINT NOT NULL)""",
            "CREATE INDEX IF NOT EXISTS fanfare_outbox_by_lane ON fanfare_outbox (lane, id)",
            """
            CREATE TABLE IF NOT EXISTS fanfare_outbox_resting (
              channel VARCHAR(255) PRIMARY KEY,
              failures INT NOT NULL,
              retry_at BIGINT NOT NULL,
              error VARCHAR(1000) NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS fanfare_outbox_dead (
              id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              event_id VARCHAR(36) NOT NULL,
              channel VARCHAR(255) NOT NULL,
              name VARCHAR(255) NOT NULL,
              data TEXT NOT NULL,
              except_socket_id VARCHAR(50),
              enqueued_at BIGINT NOT NULL,
              error VARCHAR(1000) NOT NULL)""",
            "CREATE TABLE IF NOT EXISTS fanfare_outbox_lane (lane SMALLINT PRIMARY KEY)",
            """
            CREATE TABLE IF NOT EXISTS fanfare_outbox_sole (
              id SMALLINT PRIMARY KEY,
              owner VARCHAR(36) NOT NULL,
              beat BIGINT NOT NULL)""");

    private OutboxTables() {}

    static int lane(String channel) {
        return Math.floorMod(channel.hashCode(), LANES);
    }

    /** Makes what is missing. Several instances may do so at once. */
    static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String definition : DEFINITIONS) {
                createOnce(statement, definition);
            }
        }
        for (int lane = 0; lane < LANES; lane++) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO fanfare_outbox_lane (lane) SELECT CAST(? AS SMALLINT)"
                            + " WHERE NOT EXISTS (SELECT 1 FROM fanfare_outbox_lane WHERE lane = ?)")) {
                insert.setInt(1, lane);
                insert.setInt(2, lane);
                insert.executeUpdate();
            } catch (SQLException e) {
                if (!exists(connection, lane)) {
                    throw e;
                }
            }
        }
    }

    /** PostgreSQL lets one of two that create the same at the same moment fail; the second try finds it. */
    private static void createOnce(Statement statement, String definition) throws SQLException {
        try {
            statement.execute(definition);
        } catch (SQLException e) {
            statement.execute(definition);
        }
    }

    private static boolean exists(Connection connection, int lane) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM fanfare_outbox_lane WHERE lane = ?")) {
            select.setInt(1, lane);
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
