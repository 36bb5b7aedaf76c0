package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.CarriedText;
import dev.fanfare.platform.carrier.SendOutcome;
import dev.fanfare.platform.carrier.StatusReport;
import dev.fanfare.platform.carrier.TextStatus;
import dev.fanfare.platform.inbox.MessageKeeper.Held;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Phase;
import dev.fanfare.platform.inbox.StoredMessage.Sending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What has become of outbound messages. One that the carrier may have or not is not sent again by itself: the carrier is asked for it,
 * and if it does not know it, a person decides. Somebody who gets the same text twice cannot be helped; somebody who gets it late can.
 */
@Component
class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int QUESTIONS = 3;
    private static final int UNANSWERED_QUESTIONS = 12;

    private final ContactMessageTable messages;
    private final MessageKeeper keeper;
    private final Desk desk;
    private final InboxSettings settings;

    Deliveries(ContactMessageTable messages, MessageKeeper keeper, Desk desk, InboxSettings settings) {
        this.messages = messages;
        this.keeper = keeper;
        this.desk = desk;
        this.settings = settings;
    }

    /** What has become of handing it over. */
    boolean settle(StoredMessage sent, SendOutcome outcome) {
        Held held = keeper.hold(sent.id());
        if (held == null || held.message().sending().attempt() != sent.sending().attempt()) {
            return false;
        }
        if (outcome instanceof SendOutcome.Accepted accepted) {
            accepted(held, accepted.externalId(), accepted.status(), null);
            return true;
        }
        if (held.message().delivery().externalId() != null) {
            return false; // it has reported itself meanwhile
        }
        Sending sending = held.message().sending();
        switch (outcome) {
            case SendOutcome.Refused refused -> keeper.fail(held, refused.code(), refused.reason());
            case SendOutcome.Unreached unreached -> {
                if (sending.tries() >= settings.tries()) {
                    keeper.fail(held, "unreachable", unreached.reason());
                } else {
                    keeper.keep(
                            held, held.message().with(sending.again(desk.now().plus(wait(sending.tries())))));
                }
            }
            case SendOutcome.Unknown unknown -> {
                LOG.warn("Nobody knows whether message {} is sent: {}", sent.id(), unknown.reason());
                keeper.keep(
                        held,
                        held.message()
                                .with(sending.next(Phase.ASKING, desk.now().plus(settings.askAfter()))));
            }
            case SendOutcome.Accepted _ -> throw new IllegalStateException("It is settled above");
        }
        return true;
    }

    private Duration wait(int tries) {
        Duration wait = settings.retryAfter().multipliedBy(1L << Math.min(16, tries - 1));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /**
     * What the carrier knows of a message.
     *
     * @param found the texts to the same telephone since it was handed over, the newest first; null if the carrier could not be asked
     */
    boolean asked(StoredMessage asked, @Nullable List<CarriedText> found) {
        Held held = keeper.hold(asked.id());
        if (held == null
                || held.message().sending().phase() != Phase.ASKING
                || held.message().sending().attempt() != asked.sending().attempt()) {
            return false;
        }
        if (found != null) {
            for (CarriedText text : found.reversed()) {
                if (text.body().equals(asked.body()) && messages.withExternalId(text.externalId()) == null) {
                    accepted(held, text.externalId(), text.status(), text.errorCode());
                    return true;
                }
            }
        }
        int tries = held.message().sending().tries();
        if (tries >= (found == null ? UNANSWERED_QUESTIONS : QUESTIONS)) {
            keeper.fail(held, "outcome_unknown", "The carrier may have sent it, but does not say so");
        } else {
            Instant again = desk.now().plus(settings.askAfter().multipliedBy(tries));
            keeper.keep(held, held.message().with(held.message().sending().later(again)));
        }
        return true;
    }

    /** How far the carrier says that a message has come. */
    boolean looked(StoredMessage looked, CarriedText text) {
        Held held = keeper.hold(looked.id());
        if (held == null || !text.externalId().equals(held.message().delivery().externalId())) {
            return false;
        }
        accepted(held, text.externalId(), text.status(), text.errorCode());
        return true;
    }

    /** The same as the carrier tells by itself, in any order and however often. */
    void reported(StatusReport report) {
        StoredMessage known = messages.withExternalId(report.externalId());
        StoredMessage message = known == null ? referred(report.reference()) : known;
        if (message == null) {
            LOG.debug("{} is none of ours", report.externalId());
            return;
        }
        desk.ledger().change(() -> {
            Held held = keeper.hold(message.id());
            if (held != null
                    && held.message().sending().attempt() == message.sending().attempt()) {
                accepted(held, report.externalId(), report.status(), report.errorCode());
            }
            return true;
        });
    }

    /** What was handed over under that reference, and for which the carrier's id is not known yet. */
    private @Nullable StoredMessage referred(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        int dot = reference.lastIndexOf('.');
        StoredMessage message = messages.find(dot < 0 ? reference : reference.substring(0, dot));
        return message != null
                        && message.delivery().externalId() == null
                        && NextSteps.reference(message).equals(reference)
                ? message
                : null;
    }

    private void accepted(Held held, String externalId, TextStatus status, @Nullable String errorCode) {
        StoredMessage message = held.message();
        String known = message.delivery().externalId();
        if (known != null && !known.equals(externalId)) {
            LOG.warn("Message {} is {} at the carrier, and {} as well", message.id(), known, externalId);
            return;
        }
        Delivery delivery = message.delivery().reported(externalId, MessageStatus.of(status), errorCode);
        if (delivery.equals(message.delivery())) {
            return;
        }
        Instant later = desk.now().plus(settings.watchAfter());
        Sending sending = delivery.status().isLast()
                ? message.sending().next(null, null)
                : message.sending().next(Phase.WATCHING, later);
        keeper.keep(held, message.with(delivery, sending));
        keeper.learn(held.contact(), delivery.errorCode());
    }
}
