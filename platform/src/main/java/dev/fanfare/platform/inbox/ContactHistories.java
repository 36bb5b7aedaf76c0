package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.inbox.Contact.Progress;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Sending;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings contacts in together with what was written before. Nobody is told of it. */
@Component
public class ContactHistories {
    private final ContactTable contacts;
    private final ContactMessageTable messages;
    private final Teams teams;
    private final Desk desk;

    ContactHistories(ContactTable contacts, ContactMessageTable messages, Teams teams, Desk desk) {
        this.contacts = contacts;
        this.messages = messages;
        this.teams = teams;
        this.desk = desk;
    }

    /**
     * What was written.
     *
     * @param senderId the agent's; null if the contact has written it
     */
    public record Line(Medium medium, @Nullable String senderId, String body, Duration ago) {}

    /**
     * Adds a contact.
     *
     * @param lines in the order in which they were written
     * @param unread how many of the last of them nobody has read
     * @return its id
     */
    public String add(String teamId, @Nullable String name, String phone, List<Line> lines, int unread) {
        return desk.ledger().change(() -> {
            Instant now = desk.now();
            Duration first = lines.isEmpty() ? Duration.ZERO : lines.getFirst().ago();
            Contact contact = Objects.requireNonNull(
                    contacts.create(teamId, phone, name, now.minus(first)), "A contact has this number");
            String own = Objects.requireNonNull(teams.number(teamId), "The team has no number");
            int seq = 0;
            for (Line line : lines) {
                seq++;
                contact = write(contact, line, own, seq, now.minus(line.ago()));
            }
            contacts.save(contact.with(new Progress(seq, seq - unread, unread)));
            return contact.id();
        });
    }

    private Contact write(Contact contact, Line line, String own, int seq, Instant at) {
        boolean isInbound = line.senderId() == null;
        messages.insert(new StoredMessage(
                Ids.next(),
                contact.id(),
                seq,
                isInbound ? Direction.INBOUND : Direction.OUTBOUND,
                line.medium(),
                own,
                line.body(),
                Delivery.at(isInbound ? MessageStatus.RECEIVED : MessageStatus.DELIVERED),
                Sending.NOTHING,
                line.senderId(),
                null,
                null,
                at));
        Contact written = contact.with(contact.standing(), at);
        return written.with(
                isInbound
                        ? written.reach().writtenBy(line.medium(), own, at)
                        : written.reach().writtenTo(line.medium()));
    }
}
