package dev.fanfare.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.inbox.Teams;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What administrators do about people. */
@OnEachDatabase
class PeopleTest {
    private final RunningPlatform platform;

    PeopleTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Caller dan() throws IOException, InterruptedException {
        return Callers.of(platform, "dan");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @Test
    void theListHasTheNewestFirstInPartsAndFindsByNameAndEmail() throws IOException, InterruptedException {
        Colleague first = Colleague.invited(platform, "USER");
        Colleague second = Colleague.invited(platform, "AGENT");

        JsonNode page = dan().get("/api/admin/people?q=fresh&limit=1").json();
        assertThat(page.path("people").path(0).path("id").asString()).isEqualTo(second.id());
        JsonNode rest = dan().get("/api/admin/people?q=FRESH&limit=1&cursor="
                        + page.path("next").asString())
                .json();
        assertThat(rest.path("people").path(0).path("id").asString()).isEqualTo(first.id());

        JsonNode ada = dan().get("/api/admin/people?q=ADA@demo").json();
        assertThat(ada.path("next").isNull()).isTrue();
        assertThat(ada.path("people").size()).isEqualTo(1);
        JsonNode entry = ada.path("people").path(0);
        assertThat(entry.propertyNames())
                .containsExactlyInAnyOrder("id", "name", "email", "role", "tenants", "state", "createdAt");
        assertThat(entry.path("role").asString()).isEqualTo("USER");
        assertThat(entry.path("state").asString()).isEqualTo("active");
        assertThat(entry.path("tenants").path(0).path("name").asString()).isEqualTo("Lamplight Trading");
    }

    @Test
    void anEmailIsTakenInWhateverLettersItIsWritten() throws IOException, InterruptedException {
        Colleague fay = Colleague.invited(platform, "USER");

        assertProblem(Colleague.invite(platform, fay.email().toUpperCase(Locale.ROOT), "USER", ""), 409, "email_taken");
        assertProblem(Colleague.invite(platform, " Ada@Demo.test ", "USER", ""), 409, "email_taken");
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException, InterruptedException {
        assertProblem(
                Colleague.invite(platform, "sense-less@example.com", "USER", "\"org_000\""), 400, "unknown_tenant");
        assertProblem(Colleague.invite(platform, "no address", "USER", ""), 400, "invalid");
        assertThat(Colleague.invite(platform, "sense-less@example.com", "KING", "")
                        .status())
                .isEqualTo(400);
        Colleague fay = Colleague.invited(platform, "USER");
        assertProblem(fay.change("{\"tenantIds\":[\"org_000\"]}"), 400, "unknown_tenant");
        assertProblem(fay.change("{\"name\":\" \"}"), 400, "invalid");
        assertThat(dan().patch("/api/admin/people/none", "{}", "").status()).isEqualTo(404);
        assertThat(dan().get("/api/admin/people?q=sense-less@")
                        .json()
                        .path("people")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void anotherNameAndAnotherTenantAreThereAtOnce() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "USER");
        Caller caller = fay.signedIn();

        Answer changed = fay.change("{\"name\":\"Fay  Famous\",\"tenantIds\":[\"org_999\",\"org_123\"]}");

        assertThat(changed.json().path("name").asString()).isEqualTo("Fay Famous");
        assertThat(changed.json().path("tenants").size()).isEqualTo(2);
        assertThat(caller.get("/api/tenants").body()).contains("org_999", "org_123");
        assertThat(caller.get("/api/sessions/current").body()).contains("Fay Famous");
    }

    @Test
    void whoLeavesATenantHearsNothingMoreOfIt() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "USER");
        Caller caller = fay.signedIn();
        try (TestClient client = platform.client()) {
            caller.subscribe(client, "private-tenant-org_123");

            assertThat(fay.change("{\"tenantIds\":[\"org_999\"]}").status()).isEqualTo(200);

            assertThat(closed(client).code()).isEqualTo(CloseCode.RIGHTS_CHANGED.code());
        }
        assertThat(caller.post(
                                "/api/pusher/auth",
                                "{\"socket_id\":\"1.2\",\"channel_name\":\"private-tenant-org_123\"}")
                        .status())
                .isEqualTo(403);
        assertThat(caller.get("/api/sessions/current").status()).isEqualTo(200);
    }

    private static Received.Close closed(TestClient client) {
        Received next = client.awaitAnything();
        while (next instanceof Received.Text) {
            next = client.awaitAnything();
        }
        return (Received.Close) next;
    }

    @Test
    void whoIsDeactivatedIsOutAtOnceAndBackWhenThatIsOver() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "USER");
        Caller caller = fay.signedIn();
        String link = Colleague.token(fay.link().json().path("url").asString());
        try (TestClient client = platform.client()) {
            caller.subscribe(client, "private-user-" + fay.id());

            Answer changed = fay.change("{\"isActive\":false}");

            assertThat(changed.json().path("state").asString()).isEqualTo("deactivated");
            assertThat(closed(client).code()).isEqualTo(CloseCode.TERMINATED.code());
        }
        assertThat(caller.get("/api/sessions/current").status()).isEqualTo(401);
        Answer refused = fay.signIn(Colleague.PASSWORD);
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEqualTo(fay.signIn("wrong").body());
        assertProblem(fay.link(), 409, "deactivated");
        assertThat(Colleague.look(platform, link).status()).isEqualTo(404);

        assertThat(fay.change("{\"isActive\":true}").json().path("state").asString())
                .isEqualTo("active");
        assertThat(fay.signIn(Colleague.PASSWORD).status()).isEqualTo(200);
        assertThat(caller.get("/api/sessions/current").status()).isEqualTo(401);
        assertThat(Colleague.look(platform, link).status()).isEqualTo(404);
    }

    @Test
    void whoIsDeactivatedIsOfferedToNobodyButTheirNameStays() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "AGENT");
        Caller ada = Callers.of(platform, "ada");
        String conversation = fay.signedIn()
                .post("/api/conversations", "{\"participantId\":\"ada\"}")
                .json()
                .path("id")
                .asString();
        JdbcClient database = platform.bean(JdbcClient.class);
        database.sql("insert into team_member (account_id, team_id)"
                        + " select cast(? as varchar), team_id from team_member where account_id = 'ada'")
                .param(fay.id())
                .update();
        assertThat(ada.get("/api/users?q=fresh&limit=100").body()).contains(fay.id());
        assertThat(ada.get("/api/teams").body()).contains(fay.id());

        fay.change("{\"isActive\":false}");

        assertThat(ada.get("/api/users?q=fresh&limit=100").body()).doesNotContain(fay.id());
        assertThat(ada.get("/api/teams").body()).doesNotContain(fay.id());
        assertThat(Callers.of(platform, "bob")
                        .post("/api/conversations", "{\"participantId\":\"" + fay.id() + "\"}")
                        .status())
                .isEqualTo(404);
        assertThat(ada.get("/api/conversations/" + conversation).body()).contains("Fay Fresh");
        assertThat(platform.bean(Accounts.class).find(fay.id())).isNull();
        assertThat(platform.bean(Teams.class).isEmpty()).isFalse();
    }

    @Test
    void whoGetsALowerRoleHasToSignInAgainAndWhoGetsAHigherOneNot() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "USER");
        Caller caller = fay.signedIn();

        assertThat(fay.change("{\"role\":\"ADMIN\"}").json().path("role").asString())
                .isEqualTo("ADMIN");
        assertThat(caller.get("/api/admin/people").status()).isEqualTo(200);

        assertThat(fay.change("{\"role\":\"AGENT\"}").status()).isEqualTo(200);
        assertThat(caller.get("/api/sessions/current").status()).isEqualTo(401);
        assertThat(fay.signedIn().get("/api/admin/people").status()).isEqualTo(403);
    }

    @Test
    void whatIsDoneIsKeptAndNamesNobody() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "USER");
        fay.link();
        for (String change : List.of(
                "{\"name\":\"Fay Famous\"}",
                "{\"role\":\"AGENT\"}",
                "{\"tenantIds\":[]}",
                "{\"isActive\":false}",
                "{\"isActive\":true}")) {
            assertThat(fay.change(change).status()).isEqualTo(200);
        }

        List<JsonNode> entries = dan().get("/api/admin/audit?limit=100")
                .json()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("target").asString("").equals(fay.id()))
                .toList();

        assertThat(entries.reversed().stream().map(entry -> entry.path("action").asString()))
                .containsExactly(
                        "person.invite",
                        "person.link",
                        "person.rename",
                        "person.role",
                        "person.tenants",
                        "person.deactivate",
                        "person.activate");
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.path("by").path("id").asString()).isEqualTo("dan");
            assertThat(entry.toString()).doesNotContain("Fay", fay.email(), fay.token());
        });
    }
}
