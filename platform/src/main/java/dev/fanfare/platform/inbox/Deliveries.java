package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.CarriedText;
import dev.fanfare.platform.carrier.Carrier;
import dev.fanfare.platform.carrier.OutboundText;
import dev.fanfare.platform.carrier.SendOutcome;
import dev.fanfare.platform.carrier.StatusReport;
import dev.fanfare.platform.carrier.TextStatus;
import dev.fanfare.platform.inbox.Contact.Reach;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Phase;
import dev.fanfare.platform.inbox.StoredMessage.Sending;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.work.DueSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What becomes of outbound messages, step by step. That a message is being handed over is kept before it is, so that after a crash or
 * an answer that never came it is known that the carrier may have it. Such a message is not sent again by itself: the carrier is asked
 * for it, and if it does not know it, a person decides. Somebody who gets the same text twice cannot be helped; somebody who gets it
 * late can.
 */
@Component
class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration LEASE = Duration.ofSeconds(2L * Carrier.LONGEST_SECONDS + 10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final int QUESTIONS = 3;
    private static final int UNANSWERED_QUESTIONS = 12;
    private static final int LOOKS = 24;
    private static final int LONGEST_REASON = 300;
    private static final String OPTED_OUT = "21610";
    private static final String WINDOW_CLOSED = "63016";

    /** For one whose carrier tells its times in whole seconds. */
    private static final Duration BLUR = Duration.ofSeconds(1);

    private final ContactTable contacts;
    private final ContactMessageTable messages;
    private final MediaTable media;
    private final InboxNews news;
    private final Desk desk;
    private final DueSignal signal;
    private final InboxSettings settings;

    Deliveries(
            ContactTable contacts,
            ContactMessageTable messages,
            MediaTable media,
            InboxNews news,
            Desk desk,
            DueSignal signal,
            InboxSettings settings) {
        this.contacts = contacts;
        this.messages = messages;
        this.media = media;
        this.news = news;
        this.desk = desk;
        this.signal = signal;
        this.settings = settings;
    }

    /** What is to be done with the carrier now. */
    sealed interface Step {
        /** Hand it over. */
        record Send(StoredMessage message, OutboundText text) implements Step {}

        /** Ask what has become of it. */
        record Ask(StoredMessage message, String to, Instant since) implements Step {}

        /** Ask how far it has come. */
        record Look(StoredMessage message, String externalId) implements Step {}
    }

    /** A message that nobody else changes now. */
    private record Held(Contact contact, StoredMessage message) {}

    private @Nullable Held hold(String messageId) {
        StoredMessage message = messages.find(messageId);
        Contact contact = message == null ? null : contacts.lock(message.contactId());
        StoredMessage now = contact == null ? null : messages.find(messageId);
        return contact == null || now == null ? null : new Held(contact, now);
    }

    /** What is due of a message, which from now on counts as begun; null if nothing is. Within a transaction. */
    @Nullable
    Step next(String id) {
        Held held = hold(id);
        Instant now = desk.now();
        Instant due = held == null ? null : held.message.sending().dueAt();
        Phase phase = held == null ? null : held.message.sending().phase();
        if (held == null || phase == null || due == null || due.isAfter(now)) {
            return null;
        }
        return switch (phase) {
            case WAITING -> send(held, now);
            case SENDING, ASKING -> ask(held, now);
            case WATCHING -> look(held, now);
        };
    }

    private @Nullable Step send(Held held, Instant now) {
        StoredMessage message = held.message;
        Instant earlier = messages.earlierOnItsWay(message);
        if (earlier != null) {
            Instant then = earlier.isAfter(now) ? earlier : now.plus(BLUR);
            messages.save(message.with(message.sending().later(then)));
            return null;
        }
        String refusal = held.contact.reach().refusal(message.medium(), now);
        if (refusal != null) {
            keep(
                    held,
                    message.with(
                            message.delivery().failed(refusal, null),
                            message.sending().next(null, null)));
            return null;
        }
        Delivery pending = Delivery.at(MessageStatus.PENDING);
        StoredMessage begun = message.with(pending, message.sending().begun(now, now.plus(LEASE)));
        keep(held, begun);
        List<String> urls =
                media.of(message.id()).stream().map(MediaTable.Attached::source).toList();
        return new Step.Send(
                begun,
                new OutboundText(
                        message.medium(),
                        message.line(),
                        held.contact.phone(),
                        message.body(),
                        urls,
                        reference(begun)));
    }

    private static String reference(StoredMessage message) {
        return message.id() + "." + message.sending().attempt();
    }

    private Step ask(Held held, Instant now) {
        StoredMessage asked = held.message.with(held.message.sending().tried(Phase.ASKING, now.plus(LEASE)));
        keep(held, asked);
        Instant since = Objects.requireNonNullElse(asked.sending().startedAt(), asked.createdAt());
        return new Step.Ask(asked, held.contact.phone(), since.minus(BLUR));
    }

    private @Nullable Step look(Held held, Instant now) {
        StoredMessage message = held.message;
        String externalId = message.delivery().externalId();
        if (externalId == null || message.sending().tries() >= LOOKS) {
            keep(held, message.with(message.sending().next(null, null)));
            return null;
        }
        StoredMessage looked = message.with(message.sending().tried(Phase.WATCHING, now.plus(settings.watchAfter())));
        keep(held, looked);
        return new Step.Look(looked, externalId);
    }

    /** What has become of handing it over. */
    boolean settle(StoredMessage sent, SendOutcome outcome) {
        Held held = hold(sent.id());
        if (held == null || held.message.sending().attempt() != sent.sending().attempt()) {
            return false;
        }
        if (outcome instanceof SendOutcome.Accepted accepted) {
            accepted(held, accepted.externalId(), accepted.status(), null);
            return true;
        }
        if (held.message.delivery().externalId() != null) {
            return false; // it has reported itself meanwhile
        }
        Sending sending = held.message.sending();
        switch (outcome) {
            case SendOutcome.Refused refused -> fail(held, refused.code(), refused.reason());
            case SendOutcome.Unreached unreached -> {
                if (sending.tries() >= settings.tries()) {
                    fail(held, "unreachable", unreached.reason());
                } else {
                    keep(held, held.message.with(sending.again(desk.now().plus(wait(sending.tries())))));
                }
            }
            case SendOutcome.Unknown unknown -> {
                LOG.warn("Nobody knows whether message {} is sent: {}", sent.id(), unknown.reason());
                keep(
                        held,
                        held.message.with(sending.next(Phase.ASKING, desk.now().plus(settings.askAfter()))));
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
        Held held = hold(asked.id());
        if (held == null
                || held.message.sending().phase() != Phase.ASKING
                || held.message.sending().attempt() != asked.sending().attempt()) {
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
        int tries = held.message.sending().tries();
        if (tries >= (found == null ? UNANSWERED_QUESTIONS : QUESTIONS)) {
            fail(held, "outcome_unknown", "The carrier may have sent it, but does not say so");
        } else {
            Instant again = desk.now().plus(settings.askAfter().multipliedBy(tries));
            keep(held, held.message.with(held.message.sending().later(again)));
        }
        return true;
    }

    /** How far the carrier says that a message has come. */
    boolean looked(StoredMessage looked, CarriedText text) {
        Held held = hold(looked.id());
        if (held == null || !text.externalId().equals(held.message.delivery().externalId())) {
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
            Held held = hold(message.id());
            if (held != null
                    && held.message.sending().attempt() == message.sending().attempt()) {
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
                        && reference(message).equals(reference)
                ? message
                : null;
    }

    private void accepted(Held held, String externalId, TextStatus status, @Nullable String errorCode) {
        StoredMessage message = held.message;
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
        keep(held, message.with(delivery, sending));
        refused(held.contact, delivery.errorCode());
    }

    private void fail(Held held, String code, String reason) {
        StoredMessage message = held.message;
        keep(
                held,
                message.with(
                        message.delivery().failed(code, PlainText.cut(PlainText.line(reason), LONGEST_REASON)),
                        message.sending().next(null, null)));
        refused(held.contact, code);
    }

    /** What a refusal says about the contact. */
    private void refused(Contact contact, @Nullable String code) {
        Reach reach = contact.reach();
        if (OPTED_OUT.equals(code) && reach.optedOutAt() == null) {
            desk.keeper().keep(contact, contact.with(reach.optedOut(desk.now())).nextVersion());
        } else if (WINDOW_CLOSED.equals(code)) {
            desk.keeper().keep(contact, contact.with(reach.windowClosed()));
        }
    }

    private void keep(Held held, StoredMessage after) {
        messages.save(after);
        if (!after.delivery().equals(held.message.delivery())) {
            news.saved(held.contact, after, false);
        }
        Phase phase = after.sending().phase();
        if (phase == null || phase == Phase.WATCHING) {
            messages.hurry(after.contactId(), desk.now());
        }
        signal.raiseAfterCommit();
    }
}
