package dev.fanfare.sdk.outbox;

import java.time.Instant;

/**
 * An event that was given up, because the server would refuse it again.
 *
 * @param number for {@link Outbox#replay}
 * @param data as on the wire
 * @param error what the server, or the SDK, said
 */
public record DeadLetter(
        long number, String eventId, String channel, String name, String data, String error, Instant enqueued) {}
