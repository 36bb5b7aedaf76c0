package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.CarrierListener;
import dev.fanfare.platform.carrier.InboundText;
import dev.fanfare.platform.carrier.InboundText.Consent;
import dev.fanfare.platform.carrier.StatusReport;
import dev.fanfare.platform.inbox.Contact.Progress;
import dev.fanfare.platform.inbox.Contact.Reach;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Sending;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps what comes from the carrier: each text once, however often it is told. Whoever writes for the first time becomes a contact.
 * What came along with a text is fetched later, so that the carrier has its answer at once.
 */
@Component
class Inbound implements CarrierListener {
    private static final Logger LOG = LoggerFactory.getLogger(Inbound.class);
    private static final int LONGEST_BODY = 8_192;
    private static final int LONGEST_NAME = 200;

    private final Teams teams;
    private final ContactTable contacts;
    private final ContactMessageTable messages;
    private final MediaTable media;
    private final Deliveries deliveries;
    private final InboxNews news;
    private final Desk desk;

    Inbound(
            Teams teams,
            ContactTable contacts,
            ContactMessageTable messages,
            MediaTable media,
            Deliveries deliveries,
            InboxNews news,
            Desk desk) {
        this.teams = teams;
        this.contacts = contacts;
        this.messages = messages;
        this.media = media;
        this.deliveries = deliveries;
        this.news = news;
        this.desk = desk;
    }

    @Override
    public void received(InboundText text) {
        if (messages.withExternalId(text.externalId()) != null) {
            return;
        }
        String line = desk.numbers().carried(text.to());
        String team = teams.withLine(line, text.service());
        if (team == null) {
            LOG.warn("A text has come to {}, which is no team's", line);
            throw Problem.notFound();
        }
        desk.ledger().change(() -> keep(text, team, line));
    }

    private boolean keep(InboundText text, String team, String line) {
        Instant now = desk.now();
        String name =
                text.profileName() == null ? null : PlainText.cut(PlainText.line(text.profileName()), LONGEST_NAME);
        String phone = desk.numbers().carried(text.from());
        Contact before = contacts.lockOrCreate(team, phone, name, now);
        if (messages.withExternalId(text.externalId()) != null) {
            return false;
        }
        StoredMessage message = new StoredMessage(
                Ids.next(),
                before.id(),
                before.progress().lastSeq() + 1,
                Direction.INBOUND,
                text.medium(),
                line,
                PlainText.cut(PlainText.clean(text.body()), LONGEST_BODY),
                new Delivery(MessageStatus.RECEIVED, null, null, text.externalId()),
                Sending.NOTHING,
                null,
                null,
                null,
                now);
        messages.insert(message);
        media.await(message.id(), text.attachments());
        Contact after = received(before.reachedAt(phone), message, consent(text), now);
        desk.keeper().keep(before, after);
        news.saved(after, message, true);
        news.listed(after);
        return true;
    }

    private static @Nullable Consent consent(InboundText text) {
        return text.consent() == null ? Keywords.consent(text.body()) : text.consent();
    }

    /** Who writes wants an answer: whether they were put off or done with no longer counts. */
    private static Contact received(Contact before, StoredMessage message, @Nullable Consent consent, Instant now) {
        Progress progress = before.progress();
        Reach reach = before.reach().writtenBy(message.medium(), message.line(), now);
        if (consent != null) {
            reach = reach.optedOut(consent == Consent.STOP ? now : null);
        }
        Contact after = before.with(before.standing().opened(), now)
                .with(new Progress(message.seq(), progress.readSeq(), progress.unread() + 1))
                .with(reach);
        boolean isDecided = before.standing().equals(after.standing());
        return isDecided ? after : after.nextVersion();
    }

    @Override
    public void reported(StatusReport report) {
        deliveries.reported(report);
    }
}
