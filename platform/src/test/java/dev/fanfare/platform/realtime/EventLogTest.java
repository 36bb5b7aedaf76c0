package dev.fanfare.platform.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.user.Alert;
import dev.fanfare.sdk.systems.user.AlertRaised;
import dev.fanfare.testkit.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class EventLogTest {
    private final RunningPlatform platform;

    EventLogTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private void alert(String user, String text) {
        platform.bean(EventPublisher.class).publish(new AlertRaised(List.of(user), new Alert(text, null)));
    }

    @Test
    void whatIsPublishedReachesClientsAndTheLog() throws IOException, InterruptedException {
        try (TestClient client = platform.client()) {
            platform.as("ada").subscribe(client, "private-user-ada");
            long before = platform.as("ada")
                    .get("/api/realtime/events?channel=private-user-ada")
                    .json()
                    .path("position")
                    .asLong();

            alert("ada", "first");
            alert("ada", "second");

            assertThat(RunningPlatform.heard(client, "alert").data()).isEqualTo("{\"message\":\"first\"}");
            Answer missed = platform.as("ada").get("/api/realtime/events?channel=private-user-ada&after=" + before);
            assertThat(missed.json().path("complete").asBoolean()).isTrue();
            assertThat(missed.json().path("events").size()).isEqualTo(2);
            assertThat(missed.json().path("events").path(1).path("seq").asLong())
                    .isEqualTo(before + 2);
            assertThat(missed.json()
                            .path("events")
                            .path(1)
                            .path("data")
                            .path("message")
                            .asString())
                    .isEqualTo("second");
        }
    }

    @Test
    void theLogIsOnlyForThoseWhoMaySubscribe() throws IOException, InterruptedException {
        assertThat(platform.as("bob")
                        .get("/api/realtime/events?channel=private-user-ada&after=0")
                        .status())
                .isEqualTo(403);
        assertThat(platform.asNobody()
                        .get("/api/realtime/events?channel=private-user-ada&after=0")
                        .status())
                .isEqualTo(401);
        assertThat(platform.as("bob")
                        .get("/api/realtime/events?channel=private-x&after=0")
                        .status())
                .isEqualTo(403);
        assertThat(platform.as("bob")
                        .get("/api/realtime/events?channel=no%20channel&after=0")
                        .status())
                .isEqualTo(400);
        assertThat(platform.asNobody()
                        .get("/api/realtime/events?channel=global-announcements&after=0")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aNumberThatTheLogDoesNotKnowIsNotComplete() throws IOException, InterruptedException {
        Answer answer = platform.as("dan").get("/api/realtime/events?channel=private-user-dan&after=70000");

        assertThat(answer.json().path("complete").asBoolean()).isFalse();
    }

    /** Of eve's channel, on which nothing comes but what a test publishes: she has no colleagues. */
    private long position() {
        return platform.bean(EventLog.class).position("private-user-eve");
    }

    @Test
    void whatIsMoreThanFitsIsNotComplete() throws IOException, InterruptedException {
        long before = position();
        for (int i = 0; i <= 500; i++) {
            alert("eve", "number " + i);
        }
        String path = "/api/realtime/events?channel=private-user-eve&after=";

        Answer answer = platform.as("eve").get(path + before);

        assertThat(answer.json().path("events").size()).isEqualTo(500);
        assertThat(answer.json().path("complete").asBoolean()).isFalse();
        assertThat(platform.as("eve")
                        .get(path + (before + 1))
                        .json()
                        .path("complete")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aStreamOfNoChannelsIsRefused() throws IOException, InterruptedException {
        assertThat(platform.asNobody().get("/api/realtime/sse?channels=").status())
                .isEqualTo(400);
    }

    @Test
    void aStreamOfTooManyChannelsIsRefused() throws IOException, InterruptedException {
        String channels = "global-announcements,".repeat(51);

        assertThat(platform.asNobody()
                        .get("/api/realtime/sse?channels=" + channels)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodyHasMoreStreamsThanAllTheirDevicesNeed() throws IOException, InterruptedException {
        // Streams of other tests, who have gone, may not have ended yet.
        platform.bean(Accounts.class)
                .add(new Account("fay", "fay@demo.test", "Fay", null, Role.USER), Accounts.DEMO_PASSWORD);
        String token = platform.as("fay").token();
        int accepted = 0;
        while (accepted < 60 && stream(token).getResponseCode() == 200) {
            accepted++;
        }

        // The client of this test may repeat a request whose connection was lost.
        assertThat(accepted).isBetween(45, 50);
        assertThat(stream(token).getResponseCode()).isEqualTo(429);
        assertThat(stream(platform.as("cleo").token()).getResponseCode()).isEqualTo(200);
    }

    private HttpURLConnection stream(String token) throws IOException {
        HttpURLConnection stream =
                (HttpURLConnection) platform.address("/api/realtime/sse?channels=global-announcements")
                        .toURL()
                        .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + token);
        return stream;
    }

    @Test
    void aStreamGoesOnWhereItsClientWas() throws IOException, InterruptedException {
        String token = platform.as("eve").token();
        long before = position();
        alert("eve", "missed");

        URLConnection stream = platform.address("/api/realtime/sse?channels=private-user-eve,global-announcements")
                .toURL()
                .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + token);
        stream.setRequestProperty("Last-Event-ID", "private-user-eve:" + before + " global-announcements:0");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(next(lines, "data:")).contains("\"message\":\"missed\"", "\"seq\":" + (before + 1));
            alert("eve", "live");
            assertThat(next(lines, "id:")).isEqualTo("id:private-user-eve:" + (before + 2) + " global-announcements:0");
            assertThat(next(lines, "data:")).contains("\"message\":\"live\"");
        }
    }

    private static String next(BufferedReader lines, String start) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith(start)) {
            line = lines.readLine();
        }
        return line;
    }
}
