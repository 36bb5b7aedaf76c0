package dev.fanfare.spring;

import dev.fanfare.sdk.outbox.OutboxSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings {@code fanfare.outbox.…}, preset to what {@link OutboxSettings#DEFAULT} says.
 *
 * @param enabled Whether there is an outbox, where the application has a single DataSource.
 * @param poll How often an idle outbox looks for events that nobody woke it for.
 * @param firstRetry How long a channel rests after its first failure; each further one doubles that.
 * @param longestRetry The longest rest of a channel.
 * @param workers Threads that publish, 1 to 16, each with one connection to the database while it works.
 * @param idField The field of each event's data that holds its id, for clients to drop what they have had before; empty for none.
 * @param maxDataSize The size of one event's data above which nothing is stored; preset to fanfare.max-data-size.
 * @param createTables Whether to make the tables where there are none.
 */
public record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1s") Duration poll,
        @DefaultValue("250ms") Duration firstRetry,
        @DefaultValue("30s") Duration longestRetry,
        @DefaultValue("2") int workers,
        @DefaultValue("eventId") String idField,
        @Nullable DataSize maxDataSize,
        @DefaultValue("true") boolean createTables) {
    /**
     * What the outbox is told.
     *
     * @param otherwise the size of data if none is set
     * @throws IllegalArgumentException if a value is out of range
     */
    OutboxSettings settings(DataSize otherwise) {
        DataSize size = maxDataSize == null ? otherwise : maxDataSize;
        return new OutboxSettings(
                poll,
                firstRetry,
                longestRetry,
                workers,
                idField.isBlank() ? null : idField,
                Math.toIntExact(size.toBytes()),
                createTables);
    }
}
