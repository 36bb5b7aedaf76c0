package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Device;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What dan, an administrator, does with teams. */
@OnEachDatabase
class TeamAdministrationTest {
    private static final String TEAMS = "/api/admin/teams";

    private final Office office;

    TeamAdministrationTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    private Answer make(String name, List<String> lines, List<String> members)
            throws IOException, InterruptedException {
        return office.post(
                "dan", TEAMS, Map.of("tenantId", "org_123", "name", name, "lines", lines, "memberIds", members));
    }

    private String made(String name, List<String> lines, List<String> members)
            throws IOException, InterruptedException {
        Answer answer = make(name, lines, members);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private Answer change(String id, Map<String, ?> change) throws IOException, InterruptedException {
        return office.as("dan").patch(TEAMS + "/" + id, Office.json(change), "");
    }

    private JsonNode team(String id) throws IOException, InterruptedException {
        return Office.ok(office.as("dan").get(TEAMS))
                .path("teams")
                .valueStream()
                .filter(team -> team.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(JsonNode people) {
        return people.valueStream().map(person -> person.path("id").asString()).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static String code(Answer refused) {
        return refused.status() + " " + refused.json().path("code").asString();
    }

    /** What the list of what administrators have done says of a team, the newest first. */
    private List<String> acts(String id) throws IOException, InterruptedException {
        return Office.ok(office.as("dan").get("/api/admin/audit?limit=100"))
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("target").asString("").equals(id))
                .map(entry -> entry.at("/by/id").asString() + " "
                        + entry.path("action").asString() + ": "
                        + entry.path("detail").asString())
                .toList();
    }

    /** A contact of that team who has just written on its line. */
    private String contact(String team, String line) throws IOException, InterruptedException {
        String number = Office.number();
        assertThat(office.twilio().text(number, line, "Hello").status()).isEqualTo(200);
        String id = office.bean(ContactTable.class).withNumber(team, number);
        assertThat(id).as("contact of %s", team).isNotNull();
        return id;
    }

    @Test
    void aTeamIsMadeAndItsMembersAnswerTextsOnItsLines() throws IOException, InterruptedException {
        String line = Office.number();
        String service = "MG0123456789abcdef0123456789abcdef";

        String id = made("  Night\n shift ", List.of(service, spaced(line), line), List.of("cleo", "bob", "cleo"));

        JsonNode team = team(id);
        assertThat(team.propertyNames()).containsExactlyInAnyOrder("id", "name", "tenant", "lines", "members");
        assertThat(team.path("name").asString()).isEqualTo("Night shift");
        assertThat(team.path("tenant").toString()).isEqualTo("{\"id\":\"org_123\",\"name\":\"Lamplight Trading\"}");
        assertThat(texts(team.path("lines"))).containsExactly(service, line);
        assertThat(ids(team.path("members"))).containsExactly("bob", "cleo");
        String contact = contact(id, line);
        assertThat(office.as("cleo").get("/api/contacts/" + contact).status()).isEqualTo(200);
        assertThat(office.as("ada").get("/api/contacts/" + contact).status()).isEqualTo(404);
        assertThat(acts(id))
                .containsExactly(
                        "dan team.create: Night shift; lines " + service + ", " + line + "; members bob, cleo");
    }

    private static String spaced(String line) {
        return line.substring(0, 2) + " (" + line.substring(2, 5) + ") " + line.substring(5);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(textBlock = """
            org_123, Odd, +12025550171, eve,  400 unknown_user
            org_123, Odd, +12025550171, none, 400 unknown_user
            org_000, Odd, +12025550171, dan,  400 unknown_tenant
            org_123, Odd, 555,          dan,  400 invalid_line
            org_123, Odd, MG12,         dan,  400 invalid_line
            org_123, ' ', +12025550171, dan,  400 invalid
            org_123, Odd, ' ',          dan,  400 invalid
            """)
    void whatMakesNoSenseMakesNoTeam(String tenant, String name, String line, String member, String refusal)
            throws IOException, InterruptedException {
        int before = Office.ok(office.as("dan").get(TEAMS)).path("teams").size();

        Answer answer = office.post(
                "dan",
                TEAMS,
                Map.of("tenantId", tenant, "name", name, "lines", List.of(line), "memberIds", List.of(member)));

        assertThat(code(answer)).isEqualTo(refusal);
        assertThat(Office.ok(office.as("dan").get(TEAMS)).path("teams")).hasSize(before);
    }

    @Test
    void aTeamIsRenamedAndWhatIsNotNamedStays() throws IOException, InterruptedException {
        String line = Office.number();
        String id = made("Before", List.of(line), List.of("bob"));

        JsonNode answer = Office.ok(change(id, Map.of("name", "After")));

        assertThat(answer).isEqualTo(team(id));
        assertThat(answer.path("name").asString()).isEqualTo("After");
        assertThat(texts(answer.path("lines"))).containsExactly(line);
        assertThat(ids(answer.path("members"))).containsExactly("bob");
        Office.ok(change(id, Map.of("name", "After", "lines", List.of(line), "memberIds", List.of("bob"))));
        assertThat(acts(id)).hasSize(2).first().isEqualTo("dan team.change: Before; now After");
        assertThat(code(change(id, Map.of("name", " ")))).isEqualTo("400 invalid");
        assertThat(code(change("none", Map.of("name", "After")))).isEqualTo("404 not_found");
    }

    @Test
    void aLineMovesAndWhatComesOnItFromThenOnReachesTheTeamThatHasIt() throws IOException, InterruptedException {
        String line = Office.number();
        String other = Office.number();
        String first = made("First", List.of(line), List.of("bob"));
        String second = made("Second", List.of(other), List.of("cleo"));

        Answer taken = change(second, Map.of("lines", List.of(other, line)));

        assertThat(code(taken)).isEqualTo("409 line_taken");
        assertThat(texts(taken.json().path("lines"))).containsExactly(line);
        assertThat(code(make("Third", List.of(line), List.of()))).isEqualTo("409 line_taken");
        assertThat(texts(team(second).path("lines"))).containsExactly(other);
        contact(first, line);
        Office.ok(change(first, Map.of("lines", List.of())));
        assertThat(office.twilio().text(Office.number(), line, "Hello?").status())
                .isEqualTo(404);
        Office.ok(change(second, Map.of("lines", List.of(line, other))));
        contact(second, line);
        assertThat(acts(first).getFirst()).isEqualTo("dan team.change: First; no lines");
        assertThat(acts(second).getFirst()).isEqualTo("dan team.change: Second; lines " + line + ", " + other);
    }

    @Test
    void whoIsTakenOffATeamHasItsContactsNoMoreAndHearsNothingMoreAtOnce() throws IOException, InterruptedException {
        String line = Office.number();
        String id = made("Shrinks", List.of(line), List.of("bob", "cleo"));
        String contact = contact(id, line);
        assign(contact, "bob");
        try (TestClient bobs = follow("bob", "private-contact-" + contact);
                TestClient watching = follow("bob", "presence-contact-" + contact);
                TestClient cleos = follow("cleo", "private-contact-" + contact);
                Device told = Device.of(office.platform(), "cleo")) {
            Office.ok(change(id, Map.of("memberIds", List.of("cleo"))));

            assertThat(closeCode(bobs)).isEqualTo(CloseCode.RIGHTS_CHANGED.code());
            assertThat(closeCode(watching)).isEqualTo(CloseCode.RIGHTS_CHANGED.code());
            assertThat(RunningPlatform.heard(cleos, "contact:updated")
                            .dataJson()
                            .at("/changes/assignee")
                            .isNull())
                    .isTrue();
            assertThat(RunningPlatform.heard(told.client(), "inbox:changed")
                            .dataJson()
                            .path("unread")
                            .asInt())
                    .isEqualTo(unread("cleo"));
        }
        Caller bob = office.as("bob");
        for (String path : List.of("", "/messages", "/notes")) {
            assertThat(bob.get("/api/contacts/" + contact + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String channel : List.of("private-contact-", "presence-contact-")) {
            assertThat(bob.post(
                                    "/api/pusher/auth",
                                    Office.json(Map.of("socket_id", "1.2", "channel_name", channel + contact)))
                            .status())
                    .as(channel)
                    .isEqualTo(403);
        }
        assertThat(Office.ok(office.as("cleo").get("/api/contacts/" + contact))
                        .path("assignee")
                        .isNull())
                .isTrue();
        assertThat(acts(id).getFirst()).isEqualTo("dan team.change: Shrinks; members cleo");
        assertThat(code(change(id, Map.of("memberIds", List.of("cleo", "eve")))))
                .isEqualTo("400 unknown_user");
        assertThat(ids(team(id).path("members"))).containsExactly("cleo");
    }

    private void assign(String contact, String who) throws IOException, InterruptedException {
        String version = Office.ok(office.as(who).get("/api/contacts/" + contact))
                .path("version")
                .asString();
        Office.ok(office.as(who).patch("/api/contacts/" + contact, Office.json(Map.of("assigneeId", who)), version));
    }

    private int unread(String who) throws IOException, InterruptedException {
        return Office.ok(office.as(who).get("/api/contacts/unread-count"))
                .path("unread")
                .asInt();
    }

    private TestClient follow(String who, String channel) throws IOException, InterruptedException {
        TestClient client = office.platform().client();
        office.as(who).subscribe(client, channel);
        return client;
    }

    private static int closeCode(TestClient client) {
        Received next = client.awaitAnything();
        while (next instanceof Received.Text) {
            next = client.awaitAnything();
        }
        return ((Received.Close) next).code();
    }

    @Test
    void whoIsNewInATeamIsToldOfWhatThereIsToRead() throws IOException, InterruptedException {
        String line = Office.number();
        String id = made("Grows", List.of(line), List.of());
        String contact = contact(id, line);
        int before = unread("cleo");
        try (Device cleo = Device.of(office.platform(), "cleo")) {
            Office.ok(change(id, Map.of("memberIds", List.of("cleo"))));

            assertThat(cleo.heard("inbox:changed").dataJson().path("unread").asInt())
                    .isEqualTo(before + 1);
        }
        assertThat(office.as("cleo").get("/api/contacts/" + contact).status()).isEqualTo(200);
    }

    @Test
    void onlyATeamWithoutContactsIsTakenAway() throws IOException, InterruptedException {
        String line = Office.number();
        String used = made("Used", List.of(line), List.of("bob"));
        String contact = contact(used, line);
        String unused = made("Unused", List.of(Office.number()), List.of("bob"));

        assertThat(code(office.as("dan").delete(TEAMS + "/" + used))).isEqualTo("409 team_in_use");
        assertThat(office.as("dan").delete(TEAMS + "/" + unused).status()).isEqualTo(204);
        assertThat(code(office.as("dan").delete(TEAMS + "/" + unused))).isEqualTo("404 not_found");

        assertThat(office.as("bob").get("/api/contacts/" + contact).status()).isEqualTo(200);
        assertThat(ids(Office.ok(office.as("dan").get(TEAMS)).path("teams")))
                .contains(used)
                .doesNotContain(unused);
        assertThat(acts(unused).getFirst()).isEqualTo("dan team.delete: Unused");
        assertThat(acts(used)).hasSize(1);
    }

    @Test
    void ofTwoWhoGiveTheSameLineToTwoTeamsAtOnceOneIsRefused()
            throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < 8; round++) {
            String line = Office.number();
            String other = Office.number();
            String first = made("One", List.of(), List.of());
            String second = made("Other", List.of(), List.of());

            List<Answer> answers = atOnce(
                    () -> change(first, Map.of("lines", List.of(line, other))),
                    () -> change(second, Map.of("lines", List.of(other, line))));

            assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
            Answer refused = answers.stream()
                    .filter(answer -> answer.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(code(refused)).isEqualTo("409 line_taken");
            assertThat(texts(refused.json().path("lines"))).containsExactlyInAnyOrder(line, other);
        }
    }

    /** Nobody's contact is lost with a team, whoever comes first. */
    @Test
    void aTeamThatSomebodyWritesToMeanwhileIsThereOrNeitherTheyNorItAre()
            throws IOException, InterruptedException, ExecutionException {
        Map<Integer, Integer> seen = new HashMap<>();
        for (int round = 0; round < 12; round++) {
            String line = Office.number();
            String id = made("Contested", List.of(line), List.of());
            String number = Office.number();

            List<Answer> answers = atOnce(
                    () -> office.twilio().text(number, line, "Hello"),
                    () -> office.as("dan").delete(TEAMS + "/" + id));

            int texted = answers.getFirst().status();
            seen.merge(texted, 1, Integer::sum);
            assertThat(answers.getLast().status()).as("texted: %s", texted).isEqualTo(texted == 200 ? 409 : 204);
            assertThat(office.bean(ContactTable.class).withNumber(id, number) != null)
                    .isEqualTo(texted == 200);
        }
        assertThat(seen.keySet()).isSubsetOf(200, 404);
    }

    @SafeVarargs
    private static List<Answer> atOnce(Callable<Answer>... requests) throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(requests.length);
        try (ExecutorService threads = Executors.newFixedThreadPool(requests.length)) {
            List<Future<Answer>> asked = List.of(requests).stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return request.call();
                    }))
                    .toList();
            return List.of(asked.getFirst().get(), asked.getLast().get());
        }
    }
}
