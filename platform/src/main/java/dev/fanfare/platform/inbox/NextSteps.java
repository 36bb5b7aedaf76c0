package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Carrier;
import dev.fanfare.platform.carrier.OutboundText;
import dev.fanfare.platform.inbox.MessageKeeper.Held;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is to be done next for outbound messages. That a message is being handed over is kept before it is, so that after a crash or an
 * answer that never came it is known that the carrier may have it.
 */
@Component
class NextSteps {
    private static final Duration LEASE = Duration.ofSeconds(2L * Carrier.LONGEST_SECONDS + 10);
    private static final int LOOKS = 24;

    /** For a carrier that tells its times in whole seconds. */
    private static final Duration BLUR = Duration.ofSeconds(1);

    private final ContactTable contacts;
    private final ContactMessageTable messages;
    private final MediaTable media;
    private final MessageKeeper keeper;
    private final Desk desk;
    private final InboxSettings settings;

    NextSteps(
            ContactTable contacts,
            ContactMessageTable messages,
            MediaTable media,
            MessageKeeper keeper,
            Desk desk,
            InboxSettings settings) {
        this.contacts = contacts;
        this.messages = messages;
        this.media = media;
        this.keeper = keeper;
        this.desk = desk;
        this.settings = settings;
    }

    /** What is to be done with the carrier now. */
    sealed interface Step {
        /** Hand it over. */
        record Send(StoredMessage message, OutboundText text) implements Step {}

        /**
         * Ask what has become of it.
         *
         * @param to all numbers of the contact, who may have written from another since
         */
        record Ask(StoredMessage message, List<String> to, Instant since) implements Step {}

        /** Ask how far it has come. */
        record Look(StoredMessage message, String externalId) implements Step {}
    }

    /** What is due of a message, which from now on counts as begun; null if nothing is. Within a transaction. */
    @Nullable
    Step next(String id) {
        Held held = keeper.hold(id);
        Instant now = desk.now();
        Instant due = held == null ? null : held.message().sending().dueAt();
        Phase phase = held == null ? null : held.message().sending().phase();
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
        StoredMessage message = held.message();
        Instant earlier = messages.earlierOnItsWay(message);
        if (earlier != null) {
            Instant then = earlier.isAfter(now) ? earlier : now.plus(BLUR);
            messages.save(message.with(message.sending().later(then)));
            return null;
        }
        String refusal = held.contact().reach().refusal(message.medium(), now);
        if (refusal != null) {
            keeper.fail(held, refusal, null);
            return null;
        }
        Delivery pending = Delivery.at(MessageStatus.PENDING);
        StoredMessage begun = message.with(pending, message.sending().begun(now, now.plus(LEASE)));
        keeper.keep(held, begun);
        List<String> urls =
                media.of(message.id()).stream().map(MediaTable.Attached::source).toList();
        return new Step.Send(
                begun,
                new OutboundText(
                        message.medium(),
                        message.line(),
                        held.contact().phone(),
                        message.body(),
                        urls,
                        reference(begun)));
    }

    /** What the carrier is to call this attempt. */
    static String reference(StoredMessage message) {
        return message.id() + "." + message.sending().attempt();
    }

    private Step ask(Held held, Instant now) {
        StoredMessage asked = held.message().with(held.message().sending().tried(Phase.ASKING, now.plus(LEASE)));
        keeper.keep(held, asked);
        Instant since = Objects.requireNonNullElse(asked.sending().startedAt(), asked.createdAt());
        return new Step.Ask(asked, contacts.numbers(asked.contactId()), since.minus(BLUR));
    }

    private @Nullable Step look(Held held, Instant now) {
        StoredMessage message = held.message();
        String externalId = message.delivery().externalId();
        if (externalId == null || message.sending().tries() >= LOOKS) {
            keeper.keep(held, message.with(message.sending().next(null, null)));
            return null;
        }
        StoredMessage looked = message.with(message.sending().tried(Phase.WATCHING, now.plus(settings.watchAfter())));
        keeper.keep(held, looked);
        return new Step.Look(looked, externalId);
    }
}
