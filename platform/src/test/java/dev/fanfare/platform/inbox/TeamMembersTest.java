package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Acts;
import dev.fanfare.platform.Device;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Who comes into a team, and who is taken off it. */
@OnEachDatabase
class TeamMembersTest {
    private final Office office;
    private final Staffing staffing;

    TeamMembersTest(RunningPlatform platform) {
        office = new Office(platform);
        staffing = new Staffing(office);
    }

    @Test
    void whoIsTakenOffATeamHasItsContactsNoMoreAndHearsNothingMoreAtOnce() throws IOException, InterruptedException {
        String line = Office.number();
        String id = staffing.made("Shrinks", List.of(line), List.of("bob", "cleo"));
        String contact = staffing.contact(id, line);
        assign(contact, "bob");
        try (TestClient bobs = follow("bob", "private-contact-" + contact);
                TestClient watching = follow("bob", "presence-contact-" + contact);
                TestClient cleos = follow("cleo", "private-contact-" + contact);
                Device told = Device.of(office.platform(), "cleo")) {
            Office.ok(staffing.change(id, Map.of("memberIds", List.of("cleo"))));

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
        assertHasNothing("bob", contact);
        assertThat(Office.ok(office.as("cleo").get("/api/contacts/" + contact))
                        .path("assignee")
                        .isNull())
                .isTrue();
        assertThat(staffing.acts(id).getFirst()).isEqualTo("dan team.change: Shrinks; members cleo");
        assertThat(Acts.refusal(staffing.change(id, Map.of("memberIds", List.of("cleo", "eve")))))
                .isEqualTo("400 unknown_user");
        assertThat(Staffing.ids(staffing.team(id).path("members"))).containsExactly("cleo");
    }

    private void assertHasNothing(String who, String contact) throws IOException, InterruptedException {
        Caller them = office.as(who);
        for (String path : List.of("", "/messages", "/notes")) {
            assertThat(them.get("/api/contacts/" + contact + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        for (String channel : List.of("private-contact-", "presence-contact-")) {
            assertThat(them.post(
                                    "/api/pusher/auth",
                                    Office.json(Map.of("socket_id", "1.2", "channel_name", channel + contact)))
                            .status())
                    .as(channel)
                    .isEqualTo(403);
        }
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
        String id = staffing.made("Grows", List.of(line), List.of());
        String contact = staffing.contact(id, line);
        int before = unread("cleo");
        try (Device cleo = Device.of(office.platform(), "cleo")) {
            Office.ok(staffing.change(id, Map.of("memberIds", List.of("cleo"))));

            assertThat(cleo.heard("inbox:changed").dataJson().path("unread").asInt())
                    .isEqualTo(before + 1);
        }
        assertThat(office.as("cleo").get("/api/contacts/" + contact).status()).isEqualTo(200);
    }

    @Test
    void whoIsTakenOffATeamHearsNoMoreOfItByServerSentEvents()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        String line = Office.number();
        String id = staffing.made("Shrinks", List.of(line), List.of("bob", "cleo"));
        String contact = staffing.contact(id, line);
        URLConnection stream = office.platform()
                .address("/api/realtime/sse?channels=private-contact-" + contact)
                .toURL()
                .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + office.as("bob").token());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("id:");

            Office.ok(staffing.change(id, Map.of("memberIds", List.of("cleo"))));
            assign(contact, "cleo");

            String rest = CompletableFuture.supplyAsync(
                            () -> String.join("\n", lines.lines().toList()))
                    .get(TestClient.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(rest).doesNotContain("cleo");
        }
    }
}
