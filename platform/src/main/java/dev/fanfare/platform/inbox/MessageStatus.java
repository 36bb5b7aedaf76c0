package dev.fanfare.platform.inbox;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.fanfare.platform.carrier.TextStatus;
import java.util.Locale;

/** How far a message has come. It only moves on: carriers report in any order. */
enum MessageStatus {
    RECEIVED(9),
    SCHEDULED(0),
    PENDING(1),
    QUEUED(2),
    SENDING(3),
    SENT(4),
    DELIVERED(5),
    UNDELIVERED(5),
    FAILED(5),
    CANCELLED(5),
    READ(6);

    private final int step;

    MessageStatus(int step) {
        this.step = step;
    }

    static MessageStatus of(TextStatus status) {
        return valueOf(status.name());
    }

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isBefore(MessageStatus other) {
        return step < other.step;
    }

    /** Whether the carrier will say no more of it, or hardly. */
    boolean isLast() {
        return step >= DELIVERED.step;
    }

    /** Whether somebody may try once more. */
    boolean isFailure() {
        return this == FAILED || this == UNDELIVERED;
    }
}
