package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept.
 *
 * @param seq from 1, without a gap within its contact
 * @param line the number of ours that it came to, or goes out from
 * @param senderId the agent's; null for the contact's own
 * @param clientId as the sender has called it
 * @param scheduledFor when it was to be sent; null for at once
 */
record StoredMessage(
        String id,
        String contactId,
        long seq,
        Direction direction,
        Medium medium,
        String line,
        String body,
        Delivery delivery,
        Sending sending,
        @Nullable String senderId,
        @Nullable String clientId,
        @Nullable Instant scheduledFor,
        Instant createdAt) {
    /**
     * How far it has come.
     *
     * @param errorCode the carrier's, or ours; null if nothing is wrong
     * @param externalId the carrier's; null while it has none of it that we know of
     */
    record Delivery(
            MessageStatus status,
            @Nullable String errorCode,
            @Nullable String error,
            @Nullable String externalId) {
        static Delivery at(MessageStatus status) {
            return new Delivery(status, null, null, null);
        }

        Delivery failed(String code, @Nullable String reason) {
            return new Delivery(MessageStatus.FAILED, code, reason, externalId);
        }

        /** As the carrier reports; the same if that is nothing new. */
        Delivery reported(String id, MessageStatus next, @Nullable String code) {
            boolean isAdopted = externalId == null;
            if (!isAdopted && !status.isBefore(next)) {
                return this;
            }
            return new Delivery(next, next.isFailure() ? code : null, null, id);
        }
    }

    /** What is to be done next. */
    enum Phase {
        /** Send it. */
        WAITING,
        /** It is being sent; if that is long over, nobody knows what has become of it. */
        SENDING,
        /** Ask the carrier what has become of it. */
        ASKING,
        /** Ask the carrier how far it has come. */
        WATCHING
    }

    /**
     * What is left to do for it.
     *
     * @param phase null if nothing is
     * @param dueAt when
     * @param attempt how often it was handed over; reports of earlier ones are of no interest
     * @param tries how often the phase's work was tried
     * @param startedAt when it was last handed over
     */
    record Sending(
            @Nullable Phase phase,
            @Nullable Instant dueAt,
            int attempt,
            int tries,
            @Nullable Instant startedAt) {
        static final Sending NOTHING = new Sending(null, null, 0, 0, null);

        Sending next(@Nullable Phase next, @Nullable Instant due) {
            return new Sending(next, due, attempt, next == phase ? tries : 0, startedAt);
        }

        /** One more try, which has to be over by then. */
        Sending tried(Phase now, Instant due) {
            return new Sending(now, due, attempt, now == phase ? tries + 1 : 1, startedAt);
        }

        /** Handed over once more. Tries of earlier times count. */
        Sending begun(Instant now, Instant due) {
            return new Sending(Phase.SENDING, due, attempt + 1, tries + 1, now);
        }

        Sending later(Instant due) {
            return new Sending(phase, due, attempt, tries, startedAt);
        }

        Sending again(Instant due) {
            return new Sending(Phase.WAITING, due, attempt, tries, startedAt);
        }
    }

    StoredMessage with(Delivery next) {
        return with(next, sending);
    }

    StoredMessage with(Sending next) {
        return with(delivery, next);
    }

    StoredMessage with(Delivery newDelivery, Sending newSending) {
        return new StoredMessage(
                id,
                contactId,
                seq,
                direction,
                medium,
                line,
                body,
                newDelivery,
                newSending,
                senderId,
                clientId,
                scheduledFor,
                createdAt);
    }

    boolean isInbound() {
        return direction == Direction.INBOUND;
    }

    /** Whether it is read: what came by the team, what went out by the contact. */
    boolean isRead(long readSeq) {
        return isInbound() ? seq <= readSeq : delivery.status() == MessageStatus.READ;
    }
}
