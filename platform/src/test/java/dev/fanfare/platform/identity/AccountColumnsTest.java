package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The columns that say whose something is. Whoever adds one says here what becomes of it when that somebody goes: without that it is
 * as likely as not that nothing does.
 */
@OnEachDatabase
class AccountColumnsTest {
    private static final String PASSWORD = "correct horse";

    /** What goes with its owner, and what gives somebody one; empty for what they have anyway. */
    private static final Map<String, String> FORGOTTEN = Map.ofEntries(
            Map.entry("account_session.account_id", ""),
            Map.entry("membership.account_id", ""),
            Map.entry("poker_member.account_id", ""), // of sessions that go on
            Map.entry("poker_vote.account_id", ""), // that nobody has seen
            Map.entry("user_status.user_id", ""),
            Map.entry(
                    "account_block.blocker_id",
                    "insert into account_block (blocker_id, blocked_id, created_at) values (?, 'cleo', current_timestamp)"),
            Map.entry(
                    "account_invitation.account_id",
                    "insert into account_invitation (account_id, token_hash, created_at, expires_at)" + " values (?, '"
                            + Ids.next() + "', current_timestamp, current_timestamp)"),
            Map.entry(
                    "account_block.blocked_id",
                    "insert into account_block (blocked_id, blocker_id, created_at) values (?, 'cleo', current_timestamp)"),
            Map.entry(
                    "auction_invitation.account_id",
                    "insert into auction_invitation (account_id, auction_id)"
                            + " select cast(? as varchar), min(id) from auction"),
            Map.entry(
                    "auction_watch.account_id",
                    "insert into auction_watch (account_id, auction_id) select cast(? as varchar), min(id) from auction"),
            Map.entry(
                    "connection_rights.account_id",
                    "insert into connection_rights (account_id, socket_id, asked_at)"
                            + " values (?, '1.1', current_timestamp)"),
            Map.entry(
                    "contact.assignee_id",
                    "update contact set assignee_id = ? where id = (select min(id) from contact where assignee_id is null)"),
            Map.entry(
                    "contact_note_mention.account_id",
                    "insert into contact_note_mention (account_id, note_id)"
                            + " select cast(? as varchar), min(id) from contact_note"),
            Map.entry(
                    "contact_seen.account_id",
                    "insert into contact_seen (account_id, contact_id, seen_at)"
                            + " select cast(? as varchar), min(id), current_timestamp from contact"),
            Map.entry(
                    "document_member.account_id",
                    "insert into document_member (account_id, document_id)"
                            + " select cast(? as varchar), min(id) from document"),
            Map.entry(
                    "notification.user_id",
                    "insert into notification (user_id, id, type, title, message, urgent, is_read, seen, archived,"
                            + " created_at) values (?, '" + Ids.next()
                            + "', 'SYSTEM', 'a', 'b', false, false, false, true,"
                            + " current_timestamp)"),
            Map.entry(
                    "notification_preference.user_id",
                    "insert into notification_preference (user_id, type, in_app, email)"
                            + " values (?, 'SYSTEM', true, true)"),
            Map.entry(
                    "team_member.account_id",
                    "insert into team_member (account_id, team_id) select cast(? as varchar), min(id) from team"));

    /** What others need, as that of a deleted user. */
    private static final Set<String> KEPT = Set.of(
            "admin_action.account_id",
            "announcement.created_by",
            "auction.leader_id",
            "auction.seller_id",
            "auction_bid.bidder_id",
            "contact_message.sender_id",
            "contact_note.author_id",
            "conversation.high_id",
            "conversation.low_id",
            "document.owner_id",
            "document.updated_by",
            "message.sender_id",
            "participant.account_id",
            "product.seller_id",
            "product_order.buyer_id",
            "product_order.seller_id",
            "product_order_step.account_id");

    /** What is still to be forgotten. */
    private static final String ERASURE = "erasure.account_id";

    private final RunningPlatform platform;
    private final JdbcClient database;

    AccountColumnsTest(RunningPlatform platform) {
        this.platform = platform;
        database = platform.bean(JdbcClient.class);
    }

    /** Those that refer to accounts, and those that are called so. */
    private Set<String> columns() {
        return database
                .sql("select k.table_name, k.column_name from information_schema.referential_constraints r"
                        + " join information_schema.key_column_usage k on k.constraint_name = r.constraint_name"
                        + " and k.constraint_schema = r.constraint_schema"
                        + " join information_schema.key_column_usage u on u.constraint_name = r.unique_constraint_name"
                        + " and u.constraint_schema = r.unique_constraint_schema"
                        + " where u.table_name = 'account' and k.table_schema = current_schema"
                        + " union select table_name, column_name from information_schema.columns"
                        + " where table_schema = current_schema"
                        + " and (column_name like '%account_id' or column_name like '%user_id')")
                .query((row, number) -> row.getString(1) + "." + row.getString(2))
                .stream()
                .collect(Collectors.toSet());
    }

    @Test
    void ofEachColumnItIsKnownWhatBecomesOfItWhenSomebodyGoes() {
        Set<String> known = new HashSet<>(KEPT);
        known.addAll(FORGOTTEN.keySet());
        known.add(ERASURE);

        assertThat(columns()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void whatGoesWithSomebodyIsGone() throws IOException, InterruptedException {
        String id = somebody();
        assertThat(FORGOTTEN.keySet()).allMatch(column -> rows(column, id) > 0);

        Answer answer = signedIn(id).delete("/api/users/me", "{\"password\":\"" + PASSWORD + "\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(FORGOTTEN.keySet()).allMatch(column -> rows(column, id) == 0);
        assertThat(rows(ERASURE, id)).isZero();
    }

    private long rows(String column, String id) {
        return database.sql("select count(*) from " + column.substring(0, column.indexOf('.')) + " where "
                        + column.substring(column.indexOf('.') + 1) + " = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** Somebody new with one of each. */
    private String somebody() throws IOException, InterruptedException {
        String id = "c" + Ids.next();
        platform.bean(Accounts.class).add(new Account(id, id + "@demo.test", "Gil Gone", null, Role.USER), PASSWORD);
        platform.bean(Tenants.class).admit("org_123", id);
        Caller caller = signedIn(id);
        caller.put("/api/users/me/status", "{\"status\":\"away\"}");
        String session = platform.as("ada")
                .post("/api/poker/sessions", "{\"title\":\"A sprint\",\"tasks\":[{\"title\":\"first\"}]}")
                .json()
                .path("id")
                .asString();
        Answer joined = caller.post("/api/poker/sessions/" + session + "/join", "{}");
        caller.put(
                "/api/poker/sessions/" + session + "/vote",
                "{\"taskId\":\"" + joined.json().path("currentTaskId").asString() + "\",\"storyPoints\":5}");
        database.sql("insert into contact_note (id, contact_id, author_id, text, version, created_at, updated_at)"
                        + " select cast(? as varchar), min(id), 'dan', 'a note', 1, current_timestamp, current_timestamp"
                        + " from contact")
                .param(Ids.next())
                .update();
        FORGOTTEN.values().stream()
                .filter(sql -> !sql.isEmpty())
                .forEach(sql -> database.sql(sql).param(id).update());
        return id;
    }

    private Caller signedIn(String id) throws IOException, InterruptedException {
        Answer session = platform.asNobody()
                .post("/api/sessions", "{\"email\":\"" + id + "@demo.test\",\"password\":\"" + PASSWORD + "\"}");
        return new Caller(platform, session.json().path("token").asString());
    }
}
