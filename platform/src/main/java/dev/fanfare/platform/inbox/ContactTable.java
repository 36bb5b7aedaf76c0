package dev.fanfare.platform.inbox;

import dev.fanfare.platform.inbox.Contact.Progress;
import dev.fanfare.platform.inbox.Contact.Reach;
import dev.fanfare.platform.inbox.Contact.Standing;
import dev.fanfare.platform.inbox.Contact.Status;
import dev.fanfare.platform.realtime.Queues;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.platform.web.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The contacts that are kept. Whoever changes anything of one locks it first: all that happens to a contact happens in a row. */
@Repository
class ContactTable {
    private final JdbcClient database;
    private final TeamTable teams;
    private final Queues queues;

    ContactTable(JdbcClient database, TeamTable teams, Queues queues) {
        this.database = database;
        this.teams = teams;
        this.queues = queues;
    }

    /** Null if there is none. */
    @Nullable
    Contact find(String id) {
        return one("select * from contact where id = ?", id);
    }

    /** The same, and until the transaction ends nobody else changes it. */
    @Nullable
    Contact lock(String id) {
        queues.enter("contact " + id);
        return one("select * from contact where id = ? for update", id);
    }

    private @Nullable Contact one(String sql, String id) {
        return database.sql(sql)
                .param(id)
                .query(ContactTable::contact)
                .optional()
                .orElse(null);
    }

    /** Whose number it is; null if no contact's of that team. */
    @Nullable
    String withNumber(String teamId, String phone) {
        return database.sql("select contact_id from contact_number where team_id = ? and phone = ?")
                .params(teamId, phone)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** The contact with that number, locked; a new one if there was none. */
    Contact lockOrCreate(String teamId, String phone, @Nullable String name, Instant now) {
        while (true) {
            String id = withNumber(teamId, phone);
            Contact contact = id == null ? create(teamId, phone, name, now) : lock(id);
            if (contact != null) {
                return contact;
            }
        }
    }

    /**
     * A new contact, or null if there is one with that number.
     *
     * @throws Problem 404 if there is no such team any more
     */
    @Nullable
    Contact create(String teamId, String phone, @Nullable String name, Instant now) {
        queues.enter("number " + phone);
        if (!teams.lock(teamId)) {
            throw Problem.notFound();
        }
        if (withNumber(teamId, phone) != null) {
            return null;
        }
        Contact contact = new Contact(
                Ids.next(),
                teamId,
                name,
                phone,
                new Standing(Status.OPEN, null, null),
                new Progress(0, 0, 0),
                Reach.NONE,
                1,
                now,
                now);
        String columns = "id, team_id, phone, version, created_at, name, status, snoozed_until, assignee_id, last_seq,"
                + " read_seq, unread_count, sms, whatsapp, whatsapp_at, opted_out_at, line, updated_at";
        String values = ":id, :team, :phone, :version, :created, :name, :status, :snoozed, :assignee, :last, :read,"
                + " :unread, :sms, :whatsapp, :whatsappAt, :optedOut, :line, :updated";
        with(database.sql("insert into contact (" + columns + ") values (" + values + ")"), contact)
                .param("team", teamId)
                .param("created", Columns.at(now))
                .update();
        if (!addNumber(contact, phone)) {
            delete(contact.id());
            return null;
        }
        return contact;
    }

    /** @return whether nobody of the team's contacts had it, which waits for whoever adds the same */
    private boolean addNumber(Contact contact, String phone) {
        return database.sql("insert into contact_number (team_id, phone, contact_id) values (?, ?, ?)"
                                + " on conflict do nothing")
                        .params(contact.teamId(), phone, contact.id())
                        .update()
                > 0;
    }

    void moveNumbers(String from, String to) {
        database.sql("update contact_number set contact_id = ? where contact_id = ?")
                .params(to, from)
                .update();
    }

    List<String> numbers(String id) {
        return database.sql("select phone from contact_number where contact_id = ? order by phone")
                .param(id)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Keeps all that may change of a contact. Whoever calls has locked it. */
    void save(Contact contact) {
        with(
                        database.sql(
                                "update contact set version = :version, phone = :phone, name = :name, status = :status,"
                                        + " snoozed_until = :snoozed, assignee_id = :assignee, last_seq = :last,"
                                        + " read_seq = :read, unread_count = :unread, sms = :sms, whatsapp = :whatsapp,"
                                        + " whatsapp_at = :whatsappAt, opted_out_at = :optedOut, line = :line,"
                                        + " updated_at = :updated where id = :id"),
                        contact)
                .update();
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Contact contact) {
        return statement
                .param("id", contact.id())
                .param("version", contact.version())
                .param("phone", contact.phone())
                .param("name", contact.name())
                .param("status", contact.standing().status().name())
                .param("snoozed", Columns.atOrNull(contact.standing().snoozedUntil()))
                .param("assignee", contact.standing().assigneeId())
                .param("last", contact.progress().lastSeq())
                .param("read", contact.progress().readSeq())
                .param("unread", contact.progress().unread())
                .param("sms", contact.reach().sms())
                .param("whatsapp", contact.reach().whatsapp())
                .param("whatsappAt", Columns.atOrNull(contact.reach().whatsappAt()))
                .param("optedOut", Columns.atOrNull(contact.reach().optedOutAt()))
                .param("line", contact.reach().line())
                .param("updated", Columns.at(contact.updatedAt()));
    }

    /** With all that belongs to it. */
    void delete(String id) {
        database.sql("delete from contact where id = ?").param(id).update();
    }

    /** How many contacts with something to read each of those has. From 1 on: for those above 0 H2 reads the zeros as well. */
    Map<String, Integer> unread(Collection<String> accountIds) {
        Map<String, Integer> unread = new HashMap<>();
        accountIds.forEach(account -> unread.put(account, 0));
        if (!unread.isEmpty()) {
            database.sql("select m.account_id, count(*) as unread from " + Teams.MEMBERS
                            + " m join contact c on c.team_id = m.team_id and c.unread_count >= 1"
                            + " where m.account_id in (:accounts) group by m.account_id")
                    .param("accounts", accountIds)
                    .query(row -> {
                        unread.put(row.getString("account_id"), row.getInt("unread"));
                    });
        }
        return unread;
    }

    int unread(String accountId) {
        return Objects.requireNonNull(unread(List.of(accountId)).get(accountId));
    }

    /** Those of some contacts that are of an account's teams, no more than the most. */
    List<String> ofTeams(String accountId, Collection<String> ids, int most) {
        return ids.isEmpty()
                ? List.of()
                : database.sql("select c.id from contact c join " + Teams.MEMBERS
                                + " m on m.team_id = c.team_id and m.account_id = :me"
                                + " where c.id in (:ids) order by c.id limit :most")
                        .param("me", accountId)
                        .param("ids", ids)
                        .param("most", most)
                        .query((row, number) -> row.getString(1))
                        .list();
    }

    /** Notes that somebody has looked at a contact. */
    void see(String id, String accountId, Instant now) {
        int known = database.sql("update contact_seen set seen_at = ? where contact_id = ? and account_id = ?")
                .params(Columns.at(now), id, accountId)
                .update();
        if (known == 0) {
            database.sql("insert into contact_seen (contact_id, account_id, seen_at) values (?, ?, ?)"
                            + " on conflict do nothing")
                    .params(id, accountId, Columns.at(now))
                    .update();
        }
    }

    /** Those whose rest has ended by then. */
    List<String> rested(Instant now) {
        return database.sql("select id from contact where snoozed_until <= ? order by snoozed_until limit 100")
                .param(Columns.at(now))
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** When the next one's does; null if none rests. */
    @Nullable
    Instant nextRested() {
        return database.sql("select snoozed_until from contact where snoozed_until <= ? order by snoozed_until limit 1")
                .param(Columns.LAST)
                .query((row, number) -> Columns.required(row, "snoozed_until"))
                .optional()
                .orElse(null);
    }

    static Contact contact(ResultSet row, int number) throws SQLException {
        return new Contact(
                row.getString("id"),
                row.getString("team_id"),
                row.getString("name"),
                row.getString("phone"),
                new Standing(
                        Status.valueOf(row.getString("status")),
                        Columns.optional(row, "snoozed_until"),
                        row.getString("assignee_id")),
                new Progress(row.getLong("last_seq"), row.getLong("read_seq"), row.getInt("unread_count")),
                new Reach(
                        row.getBoolean("sms"),
                        row.getBoolean("whatsapp"),
                        Columns.optional(row, "whatsapp_at"),
                        Columns.optional(row, "opted_out_at"),
                        row.getString("line")),
                row.getInt("version"),
                Columns.required(row, "created_at"),
                Columns.required(row, "updated_at"));
    }
}
