package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.inbox.Contact.Progress;
import dev.fanfare.platform.inbox.MessageKeeper.Held;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Phase;
import dev.fanfare.platform.inbox.StoredMessage.Sending;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.work.DueSignal;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What agents want to be sent. It is kept first, and handed over to the carrier by {@link SendQueue}. */
@Component
class Outbound {
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final TeamPolicy policy;
    private final Teams teams;
    private final ContactMessageTable messages;
    private final MediaTable media;
    private final InboxNews news;
    private final Desk desk;
    private final DueSignal signal;

    Outbound(
            TeamPolicy policy,
            Teams teams,
            ContactMessageTable messages,
            MediaTable media,
            InboxNews news,
            Desk desk,
            DueSignal signal) {
        this.policy = policy;
        this.teams = teams;
        this.messages = messages;
        this.media = media;
        this.news = news;
        this.desk = desk;
        this.signal = signal;
    }

    /** What is wanted. */
    record Draft(
            String contactId,
            Medium medium,
            String body,
            List<String> mediaUrls,
            @Nullable Instant scheduledFor,
            @Nullable String clientId) {}

    /**
     * Keeps a message to be sent, once for each id that its sender's client gives.
     *
     * @throws Problem 404 to those who are not in the contact's team, 409 if the contact cannot be written to
     */
    StoredMessage send(String userId, Draft draft) {
        String body = PlainText.clean(draft.body());
        if (body.isEmpty() && draft.mediaUrls().isEmpty()) {
            throw Problem.malformed("invalid", "body is empty");
        }
        if (body.length() > draft.medium().mostCharacters()) {
            throw Problem.malformed(
                    "too_long",
                    "body has " + body.length() + " characters, expected at most "
                            + draft.medium().mostCharacters());
        }
        draft.mediaUrls().forEach(MediaUrls::check);
        return desk.ledger().change(() -> keep(userId, draft, body));
    }

    private StoredMessage keep(String userId, Draft draft, String body) {
        Contact before = policy.locked(draft.contactId(), userId);
        StoredMessage known = draft.clientId() == null ? null : messages.sent(userId, draft.clientId());
        if (known != null) {
            if (!known.contactId().equals(before.id())) {
                throw Problem.conflict("client_id_used", "clientId names a message to another contact", Map.of());
            }
            return known;
        }
        Instant now = desk.now();
        Instant scheduled = scheduled(draft.scheduledFor(), now);
        requireReachable(before, draft.medium(), scheduled == null ? now : scheduled);
        StoredMessage message = new StoredMessage(
                Ids.next(),
                before.id(),
                before.progress().lastSeq() + 1,
                Direction.OUTBOUND,
                draft.medium(),
                line(before),
                body,
                Delivery.at(scheduled == null ? MessageStatus.PENDING : MessageStatus.SCHEDULED),
                new Sending(Phase.WAITING, scheduled == null ? now : scheduled, 0, 0, null),
                userId,
                draft.clientId(),
                scheduled,
                now);
        messages.insert(message);
        media.refer(message.id(), draft.mediaUrls());
        Progress progress = before.progress();
        Contact after = before.with(before.standing(), now)
                .with(new Progress(message.seq(), progress.readSeq(), progress.unread()))
                .with(before.reach().writtenTo(draft.medium()));
        desk.keeper().keep(before, after);
        news.saved(after, message, true);
        news.listed(after);
        signal.raiseAfterCommit();
        return message;
    }

    /** The number that they know us by. */
    private String line(Contact contact) {
        String known = contact.reach().line();
        String line = known != null && contact.teamId().equals(teams.withLine(known, null))
                ? known
                : teams.number(contact.teamId());
        if (line == null) {
            throw Problem.conflict("no_number", "The team has no number to write from", Map.of());
        }
        return line;
    }

    private static @Nullable Instant scheduled(@Nullable Instant wanted, Instant now) {
        if (wanted != null && wanted.isAfter(now.plus(FARTHEST))) {
            throw Problem.malformed("invalid", "scheduledFor is more than a year away");
        }
        return wanted == null || !wanted.isAfter(now) ? null : wanted;
    }

    private static void requireReachable(Contact contact, Medium medium, Instant then) {
        String refusal = contact.reach().refusal(medium, then);
        if (refusal != null) {
            throw Problem.conflict(
                    refusal,
                    refusal.equals("opted_out")
                            ? "The contact wants to hear nothing more"
                            : "WhatsApp lets us answer for 24 hours after they have written",
                    Map.of());
        }
    }

    /**
     * Sends a message that has failed once more.
     *
     * @throws Problem 404 to those who are not in the contact's team, 409 if it has not failed, or the contact cannot be written to
     */
    StoredMessage retry(String userId, String id) {
        return desk.ledger().change(() -> again(userId, id));
    }

    private StoredMessage again(String userId, String id) {
        Held held = held(userId, id);
        StoredMessage message = held.message();
        if (message.isInbound() || !message.delivery().status().isFailure()) {
            throw Problem.conflict("not_failed", "The message has not failed", Map.of());
        }
        Instant now = desk.now();
        requireReachable(held.contact(), message.medium(), now);
        // What is still reported of the failed one counts no longer.
        Sending sending = new Sending(Phase.WAITING, now, message.sending().attempt() + 1, 0, null);
        StoredMessage retried = message.with(Delivery.at(MessageStatus.PENDING), sending);
        keep(held.contact(), retried);
        signal.raiseAfterCommit();
        return retried;
    }

    /**
     * Keeps a message from being sent whose time has not come.
     *
     * @throws Problem 404 to those who are not in the contact's team, 409 if it waits for no time, or not any more
     */
    StoredMessage cancel(String userId, String id) {
        return desk.ledger().change(() -> {
            Held held = held(userId, id);
            StoredMessage message = held.message();
            if (message.delivery().status() != MessageStatus.SCHEDULED) {
                throw Problem.conflict("not_scheduled", "The message does not wait for its time", Map.of());
            }
            StoredMessage cancelled = message.with(
                    Delivery.at(MessageStatus.CANCELLED), message.sending().next(null, null));
            keep(held.contact(), cancelled);
            return cancelled;
        });
    }

    private Held held(String userId, String id) {
        StoredMessage found = messages.find(id);
        if (found == null) {
            throw Problem.notFound();
        }
        Contact contact = policy.locked(found.contactId(), userId);
        return new Held(contact, Objects.requireNonNull(messages.find(id)));
    }

    private void keep(Contact contact, StoredMessage message) {
        messages.save(message);
        news.saved(contact, message, false);
    }
}
