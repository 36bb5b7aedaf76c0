package dev.fanfare.sdk.outbox;

import dev.fanfare.protocol.ProtocolLimits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an outbox is told.
 *
 * @param poll how often an idle outbox looks for events that nobody woke it for; the safety net, not the way events usually take
 * @param firstRetry how long a channel rests after its first failure; each further one doubles that
 * @param longestRetry the longest rest
 * @param workers threads that publish, each with one connection while it works
 * @param idField the field that each event's data get, for clients to drop what they have had before; null for none
 * @param maxDataSize bytes of one event's data, above which nothing is stored
 * @param createTables whether to make the tables where there are none
 */
public record OutboxSettings(
        Duration poll,
        Duration firstRetry,
        Duration longestRetry,
        int workers,
        @Nullable String idField,
        int maxDataSize,
        boolean createTables) {
    public static final OutboxSettings DEFAULT = new OutboxSettings(
            Duration.ofSeconds(1),
            Duration.ofMillis(250),
            Duration.ofSeconds(30),
            2,
            "eventId",
            ProtocolLimits.EVENT_DATA_SIZE,
            true);

    /** @throws IllegalArgumentException if a value is out of range; the message names it */
    public OutboxSettings {
        if (workers < 1 || workers > OutboxTables.LANES) {
            throw new IllegalArgumentException(
                    "Outbox has " + workers + " workers, expected 1 to " + OutboxTables.LANES);
        }
        if (!poll.isPositive() || !firstRetry.isPositive() || longestRetry.compareTo(firstRetry) < 0) {
            throw new IllegalArgumentException("Outbox polls every " + poll + " and retries after " + firstRetry
                    + " to " + longestRetry + ", expected positive times in order");
        }
    }

    /** How long a channel rests after so many failures in a row. */
    Duration rest(int failures) {
        Duration rest = firstRetry.multipliedBy(1L << Math.min(failures - 1, 20));
        return rest.compareTo(longestRetry) < 0 ? rest : longestRetry;
    }
}
