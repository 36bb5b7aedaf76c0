package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.inbox.StoredMessage.Delivery;
import dev.fanfare.platform.inbox.StoredMessage.Phase;
import dev.fanfare.platform.inbox.StoredMessage.Sending;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The messages that are kept. Those of a contact are sorted by it as well, or H2 would sort all of them to find the first few. */
@Repository
class ContactMessageTable {
    private final JdbcClient database;
    private final Clock clock;

    ContactMessageTable(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(StoredMessage message) {
        String columns = "id, contact_id, seq, direction, medium, line, body, sender_id, client_id, scheduled_for,"
                + " created_at, status, error_code, error, external_id, phase, due_at, attempt, tries, started_at,"
                + " updated_at";
        String values = ":id, :contact, :seq, :direction, :medium, :line, :body, :sender, :client, :scheduled,"
                + " :created, :status, :code, :error, :external, :phase, :due, :attempt, :tries, :started, :now";
        with(database.sql("insert into contact_message (" + columns + ") values (" + values + ")"), message)
                .param("contact", message.contactId())
                .param("seq", message.seq())
                .param("direction", message.direction().name())
                .param("medium", message.medium().name())
                .param("line", message.line())
                .param("body", message.body())
                .param("sender", message.senderId())
                .param("client", message.clientId())
                .param("scheduled", Columns.atOrNull(message.scheduledFor()))
                .param("created", Columns.at(message.createdAt()))
                .update();
    }

    /** Keeps all that may change of a message. Whoever calls has locked its contact. */
    void save(StoredMessage message) {
        with(
                        database.sql("update contact_message set status = :status, error_code = :code, error = :error,"
                                + " external_id = :external, phase = :phase, due_at = :due, attempt = :attempt,"
                                + " tries = :tries, started_at = :started, updated_at = :now where id = :id"),
                        message)
                .update();
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, StoredMessage message) {
        Delivery delivery = message.delivery();
        Sending sending = message.sending();
        return statement
                .param("id", message.id())
                .param("status", delivery.status().name())
                .param("code", delivery.errorCode())
                .param("error", delivery.error())
                .param("external", delivery.externalId())
                .param("phase", sending.phase() == null ? null : sending.phase().name())
                .param("due", Columns.atOrNull(sending.dueAt()))
                .param("attempt", sending.attempt())
                .param("tries", sending.tries())
                .param("started", Columns.atOrNull(sending.startedAt()))
                .param("now", Columns.at(clock.instant()));
    }

    /** Null if there is none. */
    @Nullable
    StoredMessage find(String id) {
        return one("id", id);
    }

    /** Null if none that we know is called so by the carrier. */
    @Nullable
    StoredMessage withExternalId(String externalId) {
        return one("external_id", externalId);
    }

    private @Nullable StoredMessage one(String column, String value) {
        return database.sql("select * from contact_message where " + column + " = ?")
                .param(value)
                .query(ContactMessageTable::message)
                .optional()
                .orElse(null);
    }

    /** What a sender has called so; null if nothing. */
    @Nullable
    StoredMessage sent(String senderId, String clientId) {
        return database.sql("select * from contact_message where sender_id = ? and client_id = ?")
                .params(senderId, clientId)
                .query(ContactMessageTable::message)
                .optional()
                .orElse(null);
    }

    /** Those right before a number, in order. */
    List<StoredMessage> before(String contactId, long seq, int limit) {
        return database.sql("select * from contact_message where contact_id = ? and seq < ?"
                        + " order by contact_id desc, seq desc limit ?")
                .params(contactId, seq, limit)
                .query(ContactMessageTable::message)
                .list()
                .reversed();
    }

    /** Those right after a number, in order. */
    List<StoredMessage> after(String contactId, long seq, int limit) {
        return database.sql("select * from contact_message where contact_id = ? and seq > ?"
                        + " order by contact_id, seq limit ?")
                .params(contactId, seq, limit)
                .query(ContactMessageTable::message)
                .list();
    }

    /** How many of the contact's own come after a number. */
    int unread(String contactId, long seq) {
        return database.sql("select count(*) from contact_message where contact_id = ? and seq > ? and direction = ?")
                .params(contactId, seq, Direction.INBOUND.name())
                .query(Integer.class)
                .single();
    }

    /** The last of the contact's own up to a number, where there is one. */
    String lastInbound(String contactId, long seq) {
        return database.sql("select id from contact_message where contact_id = ? and seq <= ? and direction = ?"
                        + " order by contact_id desc, seq desc limit 1")
                .params(contactId, seq, Direction.INBOUND.name())
                .query(String.class)
                .single();
    }

    /** Those for which something was to be done by then, the most urgent first. */
    List<String> due(Instant now) {
        return database.sql("select id from contact_message where due_at <= ? order by due_at, seq limit 100")
                .param(Columns.at(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** When something is to be done next; null if nothing is. */
    @Nullable
    Instant nextDue() {
        return database.sql("select due_at from contact_message where due_at <= ? order by due_at limit 1")
                .param(Columns.LAST)
                .query((row, number) -> Columns.required(row, "due_at"))
                .optional()
                .orElse(null);
    }

    /** When the next step is due of what a message has to wait for, since it was to be sent before; null if nothing is. */
    @Nullable
    Instant earlierOnItsWay(StoredMessage message) {
        return database.sql("select due_at from contact_message where contact_id = :contact and seq < :seq"
                        + " and (phase in ('SENDING', 'ASKING') or phase = 'WAITING' and status = 'PENDING')"
                        + " and due_at <= :last order by contact_id, due_at limit 1")
                .param("contact", message.contactId())
                .param("seq", message.seq())
                .param("last", Columns.LAST)
                .query((row, number) -> Columns.required(row, "due_at"))
                .optional()
                .orElse(null);
    }

    /** Lets those go on that have waited for another of the same contact. */
    void hurry(String contactId, Instant now) {
        database.sql("update contact_message set due_at = :now where contact_id = :contact and phase = 'WAITING'"
                        + " and status = 'PENDING' and tries = 0 and due_at > :now and due_at <= :last")
                .param("contact", contactId)
                .param("now", Columns.at(now))
                .param("last", Columns.LAST)
                .update();
    }

    static StoredMessage message(ResultSet row, int number) throws SQLException {
        String phase = row.getString("phase");
        return new StoredMessage(
                row.getString("id"),
                row.getString("contact_id"),
                row.getLong("seq"),
                Direction.valueOf(row.getString("direction")),
                Medium.valueOf(row.getString("medium")),
                row.getString("line"),
                row.getString("body"),
                new Delivery(
                        MessageStatus.valueOf(row.getString("status")),
                        row.getString("error_code"),
                        row.getString("error"),
                        row.getString("external_id")),
                new Sending(
                        phase == null ? null : Phase.valueOf(phase),
                        Columns.optional(row, "due_at"),
                        row.getInt("attempt"),
                        row.getInt("tries"),
                        Columns.optional(row, "started_at")),
                row.getString("sender_id"),
                row.getString("client_id"),
                Columns.optional(row, "scheduled_for"),
                Columns.required(row, "created_at"));
    }
}
