package dev.fanfare.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The sample application, with two properties and the server inside it. */
class StarterTest {
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.embedded(AuctionApplication.class);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aBidIsStoredAndReachesEverybodyWhoWatchesTheAuction() throws IOException, InterruptedException {
        try (TestClient client = application.client()) {
            client.subscribe("auction-7");

            assertThat(application.post("/auctions/7/bids/1250", "", "ann").statusCode())
                    .isEqualTo(200);

            assertThat(RunningApplication.awaitEvent(client, "bid-placed").data())
                    .matches("\\{\"auctionId\":\"7\",\"amount\":1250,\"eventId\":\"[0-9a-f-]{36}\"}");
            assertThat(application
                            .bean(JdbcTemplate.class)
                            .queryForList("SELECT amount FROM bid WHERE auction = '7'", Long.class))
                    .containsExactly(1250L);
        }
    }

    @Test
    void clientsAreAuthorizedByTheRegistry() throws IOException, InterruptedException {
        try (TestClient client = application.client()) {
            String form = "socket_id=" + client.socketId() + "&channel_name=private-user-ann";
            for (String path : List.of("/api/pusher/auth", "/pusher/auth")) {
                HttpResponse<String> allowed = application.post(path, form, "ann");
                assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
                assertThat(allowed.body()).startsWith("{\"auth\":\"app-key:");
                assertThat(allowed.headers().firstValue("Content-Type")).hasValue("application/json");
            }
            application.subscribe(client, "private-user-ann", "ann");
            assertThat(application.post("/pusher/auth", form, "bob").statusCode())
                    .isEqualTo(403);
            assertThat(application.post("/pusher/auth", form, "").body()).isEqualTo("{\"error\":\"Unauthorized\"}");
            assertThat(application.post("/pusher/auth", "", "ann").statusCode()).isEqualTo(400);
            assertThat(application
                            .post("/pusher/user-auth", "socket_id=" + client.socketId(), "ann")
                            .body())
                    .contains("user_data");
        }
    }

    @Test
    void severalChannelsAreAuthorizedWithOneRequest() throws IOException, InterruptedException {
        String form = "socket_id=1.2&channel_name[]=private-user-ann&channel_name[]=private-user-bob"
                + "&channel_name[]=presence-room-1";
        for (String path : List.of("/api/pusher/auth/batch", "/pusher/auth/batch")) {
            HttpResponse<String> answer = application.post(path, form, "ann");

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.body())
                    .contains("\"private-user-ann\":{\"status\":200,\"data\":{\"auth\":\"app-key:")
                    .contains("\"private-user-bob\":{\"status\":403,")
                    .contains("\"presence-room-1\":{\"status\":200,");
            assertThat(application.post(path, form, "").statusCode()).isEqualTo(401);
            assertThat(application.post(path, "", "ann").statusCode()).isEqualTo(400);
        }
    }

    /** Of a second server, which tells the application what happens on it. */
    @Test
    void whoEntersARoomIsToldToTheListenersByAWebhook() throws IOException, InterruptedException {
        URI url = application.uri("/api/pusher/webhook");
        ServerConfig config = ServerConfig.development().with().port(0).build();
        WebhookConfig webhook = new WebhookConfig(
                config.apps().getFirst().id(), url, EnumSet.allOf(WebhookKind.class), List.of(), true);
        try (Server server =
                        Server.start(config.with().webhooks(List.of(webhook)).build());
                TestClient client =
                        TestClient.open(URI.create("ws://127.0.0.1:" + server.port() + "/app/app-key?protocol=7"))) {
            application.subscribe(client, "presence-room-1", "ann");

            JdbcTemplate database = application.bean(JdbcTemplate.class);
            await().untilAsserted(() -> assertThat(database.queryForList("SELECT room, name FROM visit"))
                    .singleElement()
                    .satisfies(visit -> assertThat(visit.values()).containsExactly("presence-room-1", "ann")));
        }
    }

    @Test
    void browsersAreToldWhereToConnect() throws IOException, InterruptedException {
        assertThat(application.get("/api/realtime/config").body())
                .contains("\"key\":\"app-key\"")
                .doesNotContain("app-secret");
    }

    @Test
    void theSameServerIsServedToClientsOfAnotherProvider() throws IOException, InterruptedException {
        try (RunningApplication other =
                RunningApplication.embedded(AuctionApplication.class, "--fanfare.clients.provider=websocket")) {
            assertThat(application.get("/api/realtime/config").body()).contains("\"provider\":\"embedded\"");
            assertThat(other.get("/api/realtime/config").body())
                    .contains("\"provider\":\"websocket\"", "\"key\":\"app-key\"");
        }
    }

    @Test
    void whatIsMissingStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> RunningApplication.run(AuctionApplication.class, "--fanfare.key=k"))
                .rootCause()
                .hasMessageContaining("PUSHER_APP_ID is not set")
                .hasMessageContaining("PUSHER_SECRET is not set");
    }
}
