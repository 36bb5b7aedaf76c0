package dev.fanfare.platform.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who is told what becomes of documents, and who no longer is. */
@OnEachDatabase
class DocumentEventsTest {
    private final Desk desk;

    DocumentEventsTest(RunningPlatform platform) {
        desk = new Desk(platform);
    }

    @Test
    void theTenantHearsWhatBecomesOfADocumentForAll() throws IOException, InterruptedException {
        try (TestClient cleo = desk.follow("cleo", Desk.TENANT)) {
            String id = desk.begin("Followed").path("id").asString();
            desk.write("bob", id, "Bob's", 1);
            desk.as("ada").delete("/api/documents/" + id);

            ReceivedFrame created = Desk.told(cleo, id);
            assertThat(created.event()).isEqualTo("record:created");
            assertThat(created.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("type", "id", "version", "title", "updatedBy");
            assertThat(created.dataJson().path("type").asString()).isEqualTo("document");
            ReceivedFrame updated = Desk.told(cleo, id);
            assertThat(updated.event()).isEqualTo("record:updated");
            assertThat(updated.dataJson().path("version").asLong()).isEqualTo(2);
            assertThat(updated.dataJson().path("updatedBy").path("name").asString())
                    .isEqualTo("Bob Buyer");
            assertThat(Desk.told(cleo, id).event()).isEqualTo("record:deleted");
        }
    }

    @Test
    void ofADocumentForSomeOnlyTheyHear() throws IOException, InterruptedException {
        try (TestClient dans = desk.follow("dan", "private-user-dan")) {
            String id = desk.beginFor("Quiet", "dan").path("id").asString();
            assertThat(Desk.told(dans, id).event()).isEqualTo("documents:changed");
            try (TestClient room = desk.follow("dan", "presence-room-" + id)) {
                desk.write("ada", id, "Ada's", 1);
                desk.as("ada").patch("/api/documents/" + id, "{\"title\":\"Quieter\"}", "2");
                desk.as("ada").delete("/api/documents/" + id);

                assertThat(Desk.told(room, id).event()).isEqualTo("record:updated");
                assertThat(Desk.told(room, id).dataJson().path("title").asString())
                        .isEqualTo("Quieter");
                assertThat(Desk.told(room, id).event()).isEqualTo("record:deleted");
                assertThat(Desk.told(dans, id).event()).isEqualTo("documents:changed");
                assertThat(Desk.told(dans, id).event()).isEqualTo("documents:changed");
            }
            assertThat(desk.as("bob")
                            .get("/api/realtime/events?after=0&channel=" + Desk.TENANT)
                            .body())
                    .doesNotContain(id, "Quiet");
        }
    }

    @Test
    void whoLosesADocumentLosesItInTheirListToo() throws IOException, InterruptedException {
        String id = desk.begin("Closed and opened").path("id").asString();
        try (TestClient tenant = desk.follow("cleo", Desk.TENANT)) {
            desk.open("ada", id, "members", "dan");
            desk.open("ada", id, "members", "bob");
            desk.open("ada", id, "tenant");

            assertThat(Desk.told(tenant, id).event()).isEqualTo("record:deleted");
            assertThat(Desk.told(tenant, id).event()).isEqualTo("record:created");
        }
        for (String name : List.of("dan", "bob")) {
            assertThat(changes(name, id)).as(name).isEqualTo(2);
        }
    }

    /** How often somebody's list has been said to be another one: in the log, since their connections end now and then. */
    private long changes(String name, String id) throws IOException, InterruptedException {
        return desk.as(name)
                .get("/api/realtime/events?after=0&channel=private-user-" + name)
                .json()
                .path("events")
                .valueStream()
                .filter(event -> event.path("event").asString().equals("documents:changed"))
                .filter(event -> event.path("data").path("id").asString().equals(id))
                .count();
    }

    @Test
    void whoLosesAccessIsCutOffAtOnceAndRefusedAfterwards() throws IOException, InterruptedException {
        String id = desk.begin("Cut off").path("id").asString();
        String room = "presence-room-" + id;
        try (TestClient bobs = desk.follow("bob", room);
                TestClient cleos = desk.follow("cleo", room);
                TestClient elsewhere = desk.follow("dan", Desk.TENANT)) {
            assertThat(desk.open("ada", id, "members", "cleo").status()).isEqualTo(200);

            assertThat(closeCode(bobs)).isEqualTo(CloseCode.RIGHTS_CHANGED.code());
            assertThat(Desk.told(cleos, id).dataJson().path("version").asLong()).isEqualTo(2);
            assertStays(cleos);
            assertStays(elsewhere);
            assertThat(desk.as("bob")
                            .post("/api/pusher/auth", subscription(room))
                            .status())
                    .isEqualTo(403);
            desk.write("ada", id, "Not for Bob", 2);
            assertThat(Desk.told(cleos, id).dataJson().path("version").asLong()).isEqualTo(3);
        }
    }

    @Test
    void whoIsTakenFromAListLosesWhatTheyWereGrantedAndHadNotUsed() throws IOException, InterruptedException {
        String id = desk.beginFor("Granted", "bob", "cleo").path("id").asString();
        try (TestClient bobs = desk.platform().client();
                TestClient cleos = desk.follow("cleo", "presence-room-" + id)) {
            String grant = "{\"socket_id\":\"" + bobs.socketId() + "\",\"channel_name\":\"presence-room-" + id + "\"}";
            assertThat(desk.as("bob").post("/api/pusher/auth", grant).status()).isEqualTo(200);

            desk.open("ada", id, "members", "cleo");

            assertThat(closeCode(bobs)).isEqualTo(CloseCode.RIGHTS_CHANGED.code());
            assertStays(cleos);
        }
    }

    @Test
    void whoLosesAccessHearsNoMoreByServerSentEvents()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        String id = desk.begin("Cut stream").path("id").asString();
        URLConnection stream = desk.platform()
                .address("/api/realtime/sse?channels=presence-room-" + id)
                .toURL()
                .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + desk.as("bob").token());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("id:");

            desk.open("ada", id, "members", "cleo");
            desk.write("ada", id, "Not for Bob", 2);

            String rest = CompletableFuture.supplyAsync(
                            () -> String.join("\n", lines.lines().toList()))
                    .get(TestClient.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(rest).doesNotContain("\"version\":3");
        }
    }

    private static int closeCode(TestClient client) {
        Received next = client.awaitAnything();
        while (next instanceof Received.Text) {
            next = client.awaitAnything();
        }
        return ((Received.Close) next).code();
    }

    private static void assertStays(TestClient client) throws IOException {
        client.send("{\"event\":\"pusher:ping\",\"data\":{}}");
        RunningPlatform.heard(client, "pusher:pong");
    }

    private static String subscription(String channel) {
        return "{\"socket_id\":\"1.2\",\"channel_name\":\"" + channel + "\"}";
    }

    @Test
    void peopleInARoomAreShownWithTheirNames() throws IOException, InterruptedException {
        String id = desk.begin("Together").path("id").asString();
        String room = "presence-room-" + id;
        try (TestClient ada = desk.follow("ada", room);
                TestClient bob = desk.follow("bob", room)) {
            assertThat(bob.socketId()).isNotEqualTo(ada.socketId());
            ReceivedFrame added = RunningPlatform.heard(ada, "pusher_internal:member_added");
            JsonNode member = added.dataJson();
            assertThat(member.path("user_id").asString()).isEqualTo("bob");
            assertThat(member.path("user_info").path("name").asString()).isEqualTo("Bob Buyer");
            assertThat(member.path("user_info").propertyNames()).containsExactlyInAnyOrder("name", "avatar");
        }
    }
}
