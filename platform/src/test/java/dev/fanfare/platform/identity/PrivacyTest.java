package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What people get of what is kept of them, and what is left once they have gone. */
@OnEachDatabase
class PrivacyTest {
    private static final String PASSWORD = "correct horse";

    private final RunningPlatform platform;

    PrivacyTest(RunningPlatform platform) {
        this.platform = platform;
    }

    /** Somebody new in Ada's tenant. */
    private String somebody(Role role) {
        String id = "p" + Ids.next();
        platform.bean(Accounts.class).add(new Account(id, id + "@demo.test", "Gil Gone", "/gil.svg", role), PASSWORD);
        platform.bean(Tenants.class).admit("org_123", id);
        return id;
    }

    private Caller as(String id) throws IOException, InterruptedException {
        Answer session = platform.asNobody()
                .post("/api/sessions", "{\"email\":\"" + id + "@demo.test\",\"password\":\"" + PASSWORD + "\"}");
        return new Caller(platform, session.json().path("token").asString());
    }

    private static Answer leave(Caller caller, String password) throws IOException, InterruptedException {
        return caller.delete("/api/users/me", "{\"password\":\"" + password + "\"}");
    }

    private String conversation(Caller caller, String partner, String text) throws IOException, InterruptedException {
        String id = caller.post("/api/conversations", "{\"participantId\":\"" + partner + "\"}")
                .json()
                .path("id")
                .asString();
        assertThat(caller.post("/api/conversations/" + id + "/messages", "{\"text\":\"" + text + "\"}")
                        .status())
                .isEqualTo(201);
        return id;
    }

    private String auction(Caller seller) throws IOException, InterruptedException {
        Answer auction = seller.post(
                "/api/auctions",
                "{\"title\":\"Old lamp\",\"description\":\"From my aunt\",\"currency\":\"EUR\",\"startPriceMinor\":1000,"
                        + "\"endAt\":\"" + Instant.now().plus(Duration.ofHours(1)) + "\"}");
        assertThat(auction.status()).as(auction.body()).isEqualTo(201);
        return auction.json().path("id").asString();
    }

    private long rows(String sql, String parameter) {
        return platform.bean(JdbcClient.class)
                .sql(sql)
                .param(parameter)
                .query(Long.class)
                .single();
    }

    @Test
    void anExportHasASectionOfEachModuleAndNothingThatOthersWrote() throws IOException, InterruptedException {
        String id = somebody(Role.USER);
        Caller gil = as(id);
        Caller ada = platform.as("ada");
        String conversation = conversation(gil, "ada", "my own words");
        ada.post("/api/conversations/" + conversation + "/messages", "{\"text\":\"words of another\"}");
        String auction = auction(gil);

        Answer export = gil.get("/api/users/me/export");

        assertThat(export.status()).as(export.body()).isEqualTo(200);
        assertThat(export.header("Content-Disposition"))
                .startsWith("attachment")
                .contains(id);
        assertThat(export.body())
                .contains("my own words", id + "@demo.test", auction, "From my aunt", "org_123")
                .doesNotContain("words of another", "bcrypt");
        assertThat(export.json().propertyNames())
                .contains(
                        "exportedAt",
                        "account",
                        "tenants",
                        "conversations",
                        "notifications",
                        "auctions",
                        "status",
                        "events",
                        "connections",
                        "administration");
        assertThat(platform.asNobody().get("/api/users/me/export").status()).isEqualTo(401);
    }

    @Test
    void whoHasGoneCannotSignInAndIsADeletedUserToOthers() throws IOException, InterruptedException {
        String id = somebody(Role.USER);
        Caller gil = as(id);
        Caller ada = platform.as("ada");
        String conversation = conversation(gil, "ada", "words to be gone");
        ada.post("/api/conversations/" + conversation + "/messages", "{\"text\":\"words that stay\"}");

        assertThat(leave(gil, PASSWORD).status()).isEqualTo(204);

        assertThat(gil.get("/api/sessions/current").status()).isEqualTo(401);
        assertThat(as(id).token()).isEmpty();
        JsonNode seen = ada.get("/api/conversations/" + conversation).json();
        assertThat(seen.path("participants")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .contains("Deleted user")
                .doesNotContain("Gil Gone");
        JsonNode messages = ada.get("/api/conversations/" + conversation + "/messages")
                .json()
                .path("messages");
        assertThat(messages.path(0).path("text").asString()).isEmpty();
        assertThat(messages.path(0).path("deletedAt").isNull()).isFalse();
        assertThat(messages.path(1).path("text").asString()).isEqualTo("words that stay");
        assertThat(ada.get("/api/users?q=gone&limit=100").body()).doesNotContain(id);
    }

    @Test
    void nothingOfThemIsLeftInWhatIsKept() throws IOException, InterruptedException {
        String id = somebody(Role.USER);
        Caller gil = as(id);
        String text = "words " + Ids.next();
        conversation(gil, "ada", text);
        gil.put("/api/users/me/status", "{\"status\":\"away\"}");
        assertThat(rows("select count(*) from channel_event where data like ?", "%" + text + "%"))
                .isPositive();

        assertThat(leave(gil, PASSWORD).status()).isEqualTo(204);

        for (String sql : List.of(
                "select count(*) from channel_event where data like ?",
                "select count(*) from message where body like ?",
                "select count(*) from notification where message like ?")) {
            assertThat(rows(sql, "%" + text + "%")).as(sql).isZero();
        }
        for (String sql : List.of(
                "select count(*) from account where id = ? and (name = 'Gil Gone' or avatar is not null)",
                "select count(*) from account_session where account_id = ?",
                "select count(*) from membership where account_id = ?",
                "select count(*) from notification where user_id = ?",
                "select count(*) from user_status where user_id = ?",
                "select count(*) from connection_rights where account_id = ?",
                "select count(*) from erasure where account_id = ?")) {
            assertThat(rows(sql, id)).as(sql).isZero();
        }
        assertThat(rows("select count(*) from channel_event where channel = ?", "private-user-" + id))
                .isZero();
        assertThat(rows("select count(*) from account where email like ?", id + "%"))
                .isZero();
    }

    @Test
    void theirLiveConnectionsEndAlsoThoseThatOnlySubscribed() throws IOException, InterruptedException {
        String id = somebody(Role.USER);
        Caller gil = as(id);
        try (TestClient client = platform.client()) {
            gil.subscribe(client, "private-user-" + id);

            assertThat(leave(gil, PASSWORD).status()).isEqualTo(204);

            Received next = client.awaitAnything();
            while (next instanceof Received.Text) {
                next = client.awaitAnything();
            }
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Received.Close.class,
                            close -> assertThat(close.code()).isEqualTo(CloseCode.TERMINATED.code()));
        }
    }

    @Test
    void whatTheySellIsCancelledAndTheirBidsAreVoid() throws IOException, InterruptedException {
        String id = somebody(Role.USER);
        Caller gil = as(id);
        Caller cleo = platform.as("cleo");
        String own = auction(gil);
        String another = auction(cleo);
        assertThat(platform.as("bob")
                        .post("/api/auctions/" + another + "/bids", "{\"amountMinor\":1000}")
                        .status())
                .isEqualTo(201);
        assertThat(gil.post("/api/auctions/" + another + "/bids", "{\"amountMinor\":2000}")
                        .status())
                .isEqualTo(201);

        assertThat(leave(gil, PASSWORD).status()).isEqualTo(204);

        JsonNode cancelled = cleo.get("/api/auctions/" + own).json();
        assertThat(cancelled.path("status").asString()).isEqualTo("cancelled");
        assertThat(cancelled.path("description").asString()).isEmpty();
        assertThat(cancelled.path("seller").path("name").asString()).isEqualTo("Deleted user");
        assertThat(cleo.get("/api/auctions/" + another)
                        .json()
                        .path("currentPriceMinor")
                        .asInt())
                .isEqualTo(1000);
    }

    @Test
    void aWrongPasswordErasesNothing() throws IOException, InterruptedException {
        String id = somebody(Role.USER);
        Caller gil = as(id);

        Answer answer = leave(gil, "wrong");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("code").asString()).isEqualTo("wrong_password");
        assertThat(gil.get("/api/sessions/current").status()).isEqualTo(200);
    }

    @Test
    void theLastAdministratorStays() throws IOException, InterruptedException {
        Caller dan = platform.as("dan");

        Answer answer = leave(dan, "fanfare");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("code").asString()).isEqualTo("last_administrator");
        String other = somebody(Role.ADMIN);
        assertThat(leave(as(other), PASSWORD).status()).isEqualTo(204);
    }

    @Test
    void ofTheLastTwoAdministratorsOneStaysAlsoIfBothGoAtOnce() throws IOException, InterruptedException {
        String first = somebody(Role.ADMIN);
        String second = somebody(Role.ADMIN);
        Caller leaving = as(second);
        role("dan", Role.USER);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Accounts accounts = platform.bean(Accounts.class);
            AtomicReference<Future<Answer>> gone = new AtomicReference<>();
            platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                assertThat(accounts.isLastAdministrator(accounts.find(first))).isFalse();
                gone.set(other.submit(() -> leave(leaving, PASSWORD)));
                assertThat(gone.get()).failsWithin(Duration.ofMillis(500)).withThrowableOfType(TimeoutException.class);
                accounts.erase(first);
            });

            assertThat(gone.get())
                    .succeedsWithin(Duration.ofSeconds(10))
                    .extracting(Answer::status)
                    .isEqualTo(409);
        } finally {
            role("dan", Role.ADMIN);
            assertThat(leave(leaving, PASSWORD).status()).isEqualTo(204);
        }
    }

    private void role(String id, Role role) {
        platform.bean(JdbcClient.class)
                .sql("update account set role = ? where id = ?")
                .params(role.name(), id)
                .update();
    }

    @Test
    void whatAModuleCouldNotEraseIsTriedAgain() {
        String id = somebody(Role.USER);
        platform.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            platform.bean(Accounts.class).erase(id);
            platform.bean(ErasureTable.class).add(id, "tenants");
        });

        platform.bean(Erasures.class).goOn();

        await().until(() -> rows("select count(*) from membership where account_id = ?", id) == 0);
        assertThat(platform.bean(ErasureTable.class).accounts()).doesNotContain(id);
    }
}
