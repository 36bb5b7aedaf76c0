package dev.fanfare.sdk.outbox;

import dev.fanfare.sdk.OutboundEvent;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row: one event for one channel. */
record StoredEvent(
        long id,
        String eventId,
        String channel,
        String name,
        String data,
        @Nullable String exceptSocketId,
        long enqueuedAt) {
    static final String COLUMNS = "event_id, channel, name, data, except_socket_id, enqueued_at";
    /** Of {@link #COLUMNS}. */
    static final int COUNT = 6;

    static StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("channel"),
                row.getString("name"),
                row.getString("data"),
                row.getString("except_socket_id"),
                row.getLong("enqueued_at"));
    }

    /** Sets the parameters that stand for {@link #COLUMNS}, from the first on. */
    void write(PreparedStatement statement) throws SQLException {
        statement.setString(1, eventId);
        statement.setString(2, channel);
        statement.setString(3, name);
        statement.setString(4, data);
        statement.setString(5, exceptSocketId);
        statement.setLong(6, enqueuedAt);
    }

    OutboundEvent outbound() {
        return new OutboundEvent(List.of(channel), name, data, exceptSocketId, Set.of(), true);
    }
}
