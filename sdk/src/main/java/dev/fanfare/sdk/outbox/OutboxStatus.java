package dev.fanfare.sdk.outbox;

import java.time.Duration;

/**
 * How an outbox is doing.
 *
 * @param pending events that are stored and not yet published, of all instances
 * @param lag the age of the oldest of them, zero if there is none
 * @param resting channels that wait after a failure
 * @param attempts the most failures in a row that one of them has had
 * @param deadLetters events that were given up, of all instances
 * @param published events that this instance has published since its start
 * @param failures times that this instance could not publish an event
 * @param isSole false if another instance has begun to publish with an embedded server; this one has stopped
 */
public record OutboxStatus(
        long pending,
        Duration lag,
        long resting,
        int attempts,
        long deadLetters,
        long published,
        long failures,
        boolean isSole) {}
