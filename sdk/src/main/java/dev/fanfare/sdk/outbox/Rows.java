package dev.fanfare.sdk.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Short statements on one connection, whose transaction is the caller's. */
final class Rows {
    private static final int ERROR_LENGTH = 1000;

    private Rows() {}

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A connection whose every statement is a transaction, also where the pool presets something else; closing it resets that. */
    static Connection autoCommitting(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(true);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static <T> List<T> select(Connection connection, int most, String sql, Reader<T> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.setMaxRows(most);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        }
    }

    /** @return how many rows it changed */
    static int update(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    static void insert(Connection connection, List<StoredEvent> events) throws SQLException {
        String sql = "INSERT INTO fanfare_outbox (" + StoredEvent.COLUMNS + ", lane) VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (StoredEvent event : events) {
                event.write(statement);
                statement.setInt(StoredEvent.COUNT + 1, OutboxTables.lane(event.channel()));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Takes events out of the outbox. */
    static void delete(Connection connection, List<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM fanfare_outbox WHERE id = ?")) {
            for (long id : ids) {
                statement.setLong(1, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    static void bury(Connection connection, StoredEvent event, String error) throws SQLException {
        String sql =
                "INSERT INTO fanfare_outbox_dead (" + StoredEvent.COLUMNS + ", error) VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            event.write(statement);
            statement.setString(StoredEvent.COUNT + 1, shortened(error));
            statement.executeUpdate();
        }
        update(connection, "DELETE FROM fanfare_outbox WHERE id = ?", event.id());
    }

    static String shortened(String error) {
        return error.length() <= ERROR_LENGTH ? error : error.substring(0, ERROR_LENGTH);
    }
}
