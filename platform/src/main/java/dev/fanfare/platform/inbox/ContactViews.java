package dev.fanfare.platform.inbox;

import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.identity.Person;
import dev.fanfare.platform.inbox.ContactView.CanSend;
import dev.fanfare.platform.inbox.ContactView.Last;
import dev.fanfare.platform.inbox.ContactView.TeamName;
import dev.fanfare.platform.web.Cursor;
import dev.fanfare.platform.web.LikePattern;
import dev.fanfare.platform.web.PlainText;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.systems.inbox.ContactMessage.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contacts as they are shown to those who may see them, and to nobody else. */
@Repository
class ContactViews {
    private static final int EXCERPT = 500;

    /** Of contacts that are found first: what is shown with each is looked up for those alone. */
    private static final String FOUND = "select c.* from contact c join " + Teams.MEMBERS
            + " mine on mine.team_id = c.team_id and mine.account_id = :me where ";

    private static final String SHOWN = "select c.*, t.name as team_name, seen.seen_at,"
            + " a.id as agent_id, a.name as agent_name, a.avatar as agent_avatar,"
            + " last.id as last_id, last.body as last_body, last.direction as last_direction,"
            + " last.created_at as last_at from (%s) c join team t on t.id = c.team_id"
            + " left join account a on a.id = c.assignee_id"
            + " left join contact_seen seen on seen.contact_id = c.id and seen.account_id = :me"
            + " left join contact_message last on last.contact_id = c.id and last.seq = c.last_seq";
    private static final String ORDER = " order by c.updated_at desc, c.id desc";

    private final JdbcClient database;
    private final Clock clock;

    ContactViews(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Which contacts are meant.
     *
     * @param status null for all
     * @param assignee an account's id, empty for nobody's; null for all
     * @param part of the name or the number; empty for all
     */
    record Wanted(Contact.@Nullable Status status, @Nullable String assignee, boolean unreadOnly, String part) {}

    /** @throws Problem 404 if there is none for that user */
    ContactView one(String id, String userId) {
        return database.sql(SHOWN.formatted(FOUND + "c.id = :id"))
                .param("me", userId)
                .param("id", id)
                .query(this::view)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    /** Those where something was written last first. */
    List<ContactView> page(String userId, Wanted wanted, Cursor after, int limit) {
        return database.sql(SHOWN.formatted(FOUND
                                + "(:status is null or c.status = :status)"
                                + " and (:assignee is null or coalesce(c.assignee_id, '') = :assignee)"
                                + " and (:unread = false or c.unread_count > 0)"
                                + " and (lower(coalesce(c.name, '')) like :part escape '!' or c.phone like :digits escape '!')"
                                + " and (c.updated_at, c.id) < (:at, :id)" + ORDER + " limit :limit")
                        + ORDER)
                .param("me", userId)
                .param(
                        "status",
                        wanted.status() == null ? null : wanted.status().name(),
                        Types.VARCHAR)
                .param("assignee", wanted.assignee(), Types.VARCHAR)
                .param("unread", wanted.unreadOnly())
                .param("part", LikePattern.containing(PlainText.clean(wanted.part())))
                .param("digits", LikePattern.containing(digits(wanted.part())))
                .param("at", Columns.at(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query(this::view)
                .list();
    }

    /** A number however it is written: {@code (202) 555} finds {@code +1202555}. What is no number finds none. */
    private static String digits(String part) {
        String digits = part.matches("[\\d\\s()+./-]*") ? part.replaceAll("[^\\d+]", "") : "";
        return digits.isEmpty() ? PlainText.clean(part) : digits;
    }

    private ContactView view(ResultSet row, int number) throws SQLException {
        Contact contact = ContactTable.contact(row, number);
        String agent = row.getString("agent_id");
        String last = row.getString("last_id");
        Instant now = clock.instant();
        return new ContactView(
                contact.id(),
                contact.name(),
                contact.phone(),
                new TeamName(contact.teamId(), row.getString("team_name")),
                contact.standing().status().word(),
                contact.standing().snoozedUntil(),
                agent == null ? null : new Person(agent, row.getString("agent_name"), row.getString("agent_avatar")),
                contact.progress().unread() > 0,
                contact.progress().unread(),
                Columns.optional(row, "seen_at"),
                last == null
                        ? null
                        : new Last(
                                last,
                                PlainText.cut(row.getString("last_body"), EXCERPT),
                                Direction.valueOf(row.getString("last_direction")),
                                Columns.required(row, "last_at")),
                contact.reach().optedOutAt() != null,
                contact.reach().media(),
                contact.reach().windowEndsAt(),
                new CanSend(
                        contact.reach().refusal(Medium.SMS, now),
                        contact.reach().refusal(Medium.WHATSAPP, now)),
                contact.version(),
                contact.updatedAt());
    }
}
