package dev.fanfare.platform.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.Device;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelOccupied;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelVacated;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class StatusTest {
    private final RunningPlatform platform;

    StatusTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    /** Nobody is connected between the tests: waits until the platform knows it. */
    @BeforeEach
    void everybodyHasGone() {
        awaitNobody();
        platform.bean(JdbcClient.class).sql("delete from user_status").update();
    }

    private void awaitNobody() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> platform.bean(StandingTable.class).here().isEmpty());
    }

    /** As a webhook does. */
    private void hasCome(String user) {
        platform.bean(Attendance.class).occupied(new ChannelOccupied("private-user-" + user));
    }

    private void hasGone(String user) {
        platform.bean(Attendance.class).vacated(new ChannelVacated("private-user-" + user));
    }

    private JsonNode statusOf(String user, String watcher) throws IOException, InterruptedException {
        return as(watcher).get("/api/users/" + user + "/status").json();
    }

    private void choose(String user, String status) throws IOException, InterruptedException {
        Answer answer = as(user).put("/api/users/me/status", "{\"status\":\"" + status + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    /** What a device hears next of one of its user's colleagues. */
    private static JsonNode heardOf(Device device, String user) {
        JsonNode status = device.heard("presence:status").dataJson();
        while (!status.path("userId").asString().equals(user)) {
            status = device.heard("presence:status").dataJson();
        }
        return status;
    }

    @Test
    void whoComesAndGoesIsToldToColleaguesOnce() throws IOException, InterruptedException {
        try (Device bob = Device.of(platform, "bob")) {
            Instant before = Instant.now().minusMillis(1);
            Device phone = Device.of(platform, "ada");
            Device desk = Device.of(platform, "ada");

            assertThat(heardOf(bob, "ada").toString()).isEqualTo("{\"userId\":\"ada\",\"status\":\"online\"}");
            assertThat(statusOf("ada", "bob").toString()).isEqualTo("{\"userId\":\"ada\",\"status\":\"online\"}");

            phone.close();
            desk.close();
            JsonNode gone = heardOf(bob, "ada");
            assertThat(gone.path("status").asString()).isEqualTo("offline");
            assertThat(Instant.parse(gone.path("lastSeen").asString())).isBetween(before, Instant.now());
            assertThat(gone.path("lastSeen").asString()).matches(".*:\\d\\d\\.\\d{3}Z");
            assertThat(statusOf("ada", "bob")).isEqualTo(gone);
        }
    }

    @Test
    void whoIsBackWithinTheGraceHasNeverBeenAway() throws IOException, InterruptedException {
        try (Device bob = Device.of(platform, "bob")) {
            for (String user : List.of("ada", "cleo")) {
                hasCome(user);
                assertThat(heardOf(bob, user).path("status").asString()).isEqualTo("online");
            }

            hasGone("ada");
            hasCome("ada");
            hasGone("cleo");

            JsonNode next = bob.heard("presence:status").dataJson();
            assertThat(next.path("userId").asString()).isEqualTo("cleo"); // ada would have come first
            assertThat(statusOf("ada", "bob").path("status").asString()).isEqualTo("online");
        }
        hasGone("ada");
    }

    @Test
    void theServerHasTheLastWordOnWhoHasGone() throws IOException, InterruptedException {
        try (Device bob = Device.of(platform, "bob");
                Device _ = Device.of(platform, "ada")) {
            heardOf(bob, "ada");
            hasCome("cleo");
            heardOf(bob, "cleo");

            hasGone("ada"); // late: ada is here
            hasGone("cleo");

            assertThat(bob.heard("presence:status").dataJson().path("userId").asString())
                    .isEqualTo("cleo");
            choose("ada", "away");
            assertThat(heardOf(bob, "ada").path("status").asString()).isEqualTo("away");
        }
    }

    @Test
    void whatWebhooksHaveNotToldIsMadeGood() throws IOException, InterruptedException {
        try (Device bob = Device.of(platform, "bob");
                Device _ = Device.of(platform, "ada")) {
            heardOf(bob, "ada");
            JdbcClient database = platform.bean(JdbcClient.class);
            database.sql("update user_status set is_here = false where user_id = 'ada'")
                    .update();
            database.sql("insert into user_status (user_id, is_here, chosen) values ('cleo', true, 'online')")
                    .update();

            platform.bean(Attendance.class).lookAround();

            assertThat(heardOf(bob, "ada").path("status").asString()).isEqualTo("online");
            assertThat(heardOf(bob, "cleo").path("status").asString()).isEqualTo("offline");
        }
    }

    @Test
    void whoIsInvisibleLooksLikeSomebodyWhoHasGone() throws IOException, InterruptedException {
        try (Device bob = Device.of(platform, "bob");
                Device _ = Device.of(platform, "ada")) {
            heardOf(bob, "ada");

            choose("ada", "away");
            assertThat(heardOf(bob, "ada").path("status").asString()).isEqualTo("away");
            choose("ada", "invisible");
            JsonNode gone = heardOf(bob, "ada");
            assertThat(gone.path("status").asString()).isEqualTo("offline");
            assertThat(Instant.parse(gone.path("lastSeen").asString())).isBeforeOrEqualTo(Instant.now());
        }
        awaitNobody();

        try (Device bob = Device.of(platform, "bob");
                Device _ = Device.of(platform, "ada")) {
            await().until(() -> platform.bean(StandingTable.class).here().contains("ada"));
            choose("ada", "online"); // only now she is seen again
            assertThat(heardOf(bob, "ada").path("status").asString()).isEqualTo("online");
        }
    }

    @Test
    void strangersLearnNothing() throws IOException, InterruptedException {
        try (Device eve = Device.of(platform, "eve")) {
            hasCome("ada");
            hasCome("nobody-at-all");
            hasCome("eve");

            Answer refused = as("eve").get("/api/users/ada/status");

            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.json().path("detail"))
                    .isEqualTo(as("eve")
                            .get("/api/users/nobody-at-all/status")
                            .json()
                            .path("detail"));
            assertThat(platform.asNobody().get("/api/users/ada/status").status())
                    .isEqualTo(401);
            assertThat(platform.asNobody()
                            .put("/api/users/me/status", "{\"status\":\"away\"}")
                            .status())
                    .isEqualTo(401);
            assertThat(as("eve").get("/api/users/eve/status").status()).isEqualTo(200);
            eve.client().awaitNothing();
        }
        hasGone("ada");
    }

    @Test
    void whatIsNoStatusIsRefused() throws IOException, InterruptedException {
        for (String body : List.of("{\"status\":\"offline\"}", "{\"status\":\"busy\"}", "{}", "[]")) {
            assertThat(as("ada").put("/api/users/me/status", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
    }
}
