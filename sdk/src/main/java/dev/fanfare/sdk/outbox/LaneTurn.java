package dev.fanfare.sdk.outbox;

import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeService;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the next events of a lane, at most {@value #MOST}, each request behind the last one's answer, while it holds the lane. A
 * failure that may pass lets the event's channel rest, and the channel is then tried alone, so that it takes no other along. An event
 * that is refused is given up, and its channel goes on.
 */
final class LaneTurn {
    static final int MOST = 100;

    /** Ordered as the index is, which so is read as far as needed and not sorted. */
    static final String NEXT = "SELECT o.*, r.failures FROM fanfare_outbox o"
            + " LEFT JOIN fanfare_outbox_resting r ON r.channel = o.channel"
            + " WHERE o.lane = ? AND (r.retry_at IS NULL OR r.retry_at <= ?) ORDER BY o.lane, o.id";

    private final RealtimeService service;
    private final OutboxSettings settings;
    private final InstantSource clock;
    private final Counts counts;

    LaneTurn(RealtimeService service, OutboxSettings settings, InstantSource clock, Counts counts) {
        this.service = service;
        this.settings = settings;
        this.clock = clock;
        this.counts = counts;
    }

    /** @param failures in a row of its channel */
    private record Next(StoredEvent event, int failures) {}

    /**
     * @param connection in a transaction, which this commits
     * @return whether it had anything to publish
     */
    boolean take(Connection connection, int lane) throws SQLException {
        boolean mine = !Rows.select(
                        connection,
                        1,
                        "SELECT lane FROM fanfare_outbox_lane WHERE lane = ? FOR UPDATE SKIP LOCKED",
                        row -> row.getInt(1),
                        lane)
                .isEmpty();
        List<Next> batch = mine ? next(connection, lane) : List.of();
        if (!batch.isEmpty()) {
            publish(connection, batch);
        }
        connection.commit();
        return !batch.isEmpty();
    }

    private List<Next> next(Connection connection, int lane) throws SQLException {
        List<Next> due = Rows.select(
                connection,
                MOST,
                NEXT,
                row -> new Next(StoredEvent.read(row), row.getInt("failures")),
                lane,
                clock.millis());
        if (due.isEmpty()) {
            return due;
        }
        Next first = due.getFirst();
        return due.stream()
                .filter(next -> first.failures == 0
                        ? next.failures == 0
                        : next.event.channel().equals(first.event.channel()))
                .toList();
    }

    /** Ends at the first request that failed: what comes behind must not overtake. */
    private void publish(Connection connection, List<Next> due) throws SQLException {
        Set<String> resting = new HashSet<>();
        List<Long> published = new ArrayList<>();
        for (int from = 0; from < due.size() && resting.isEmpty(); from += ProtocolLimits.EVENTS_PER_BATCH) {
            List<Next> request = due.subList(from, Math.min(from + ProtocolLimits.EVENTS_PER_BATCH, due.size()));
            send(connection, request, published, resting);
        }
        Rows.delete(connection, published);
        counts.published.add(published.size());
    }

    private void send(Connection connection, List<Next> request, List<Long> published, Set<String> resting)
            throws SQLException {
        List<OutboundEvent> events =
                request.stream().map(next -> next.event.outbound()).toList();
        List<CompletionStage<Void>> outcomes = service.publishEach(events);
        List<@Nullable RealtimeException> failures = new ArrayList<>();
        for (CompletionStage<Void> outcome : outcomes) {
            failures.add(failure(outcome));
        }
        for (int i = 0; i < request.size(); i++) {
            settle(connection, request.get(i), failures.get(i), published, resting);
        }
    }

    private void settle(
            Connection connection,
            Next next,
            @Nullable RealtimeException failure,
            List<Long> published,
            Set<String> resting)
            throws SQLException {
        if (failure == null) {
            published.add(next.event.id());
        } else {
            fail(connection, next, failure, resting);
        }
        String channel = next.event.channel();
        if (next.failures > 0 && !resting.contains(channel)) {
            Rows.update(connection, "DELETE FROM fanfare_outbox_resting WHERE channel = ?", channel);
        }
    }

    private static @Nullable RealtimeException failure(CompletionStage<Void> outcome) {
        try {
            outcome.toCompletableFuture().join();
            return null;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RealtimeException failure) {
                return failure;
            }
            return new RealtimeException(
                    RealtimeException.Kind.UNREACHABLE, 0, "Publishing failed: " + e.getCause(), e);
        }
    }

    private void fail(Connection connection, Next next, RealtimeException failure, Set<String> resting)
            throws SQLException {
        StoredEvent event = next.event;
        counts.failures.increment();
        if (isEventsFault(failure)) {
            Rows.bury(connection, event, String.valueOf(failure.getMessage()));
        } else if (resting.add(event.channel())) {
            rest(connection, event.channel(), next.failures + 1, String.valueOf(failure.getMessage()));
        }
    }

    private void rest(Connection connection, String channel, int failures, String error) throws SQLException {
        long retryAt = clock.millis() + settings.rest(failures).toMillis();
        String text = Rows.shortened(error);
        int updated = Rows.update(
                connection,
                "UPDATE fanfare_outbox_resting SET failures = ?, retry_at = ?, error = ? WHERE channel = ?",
                failures,
                retryAt,
                text,
                channel);
        if (updated == 0) {
            Rows.update(
                    connection,
                    "INSERT INTO fanfare_outbox_resting (failures, retry_at, error, channel) VALUES (?, ?, ?, ?)",
                    failures,
                    retryAt,
                    text,
                    channel);
        }
    }

    /** Whether it would be refused again. Key, secret and quota are the app's matter and may be put right. */
    private static boolean isEventsFault(RealtimeException failure) {
        return switch (failure.kind()) {
            case TOO_LARGE, INVALID_CHANNEL, REFUSED -> true;
            case UNAUTHORIZED, QUOTA, UNREACHABLE -> false;
        };
    }
}
