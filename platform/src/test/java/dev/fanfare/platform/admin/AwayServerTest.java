package dev.fanfare.platform.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What administrators see of a realtime server that runs elsewhere. */
class AwayServerTest {
    private static RunningPlatform platform(int port) {
        return RunningPlatform.on(
                Database.H2,
                "--fanfare.provider=pusher",
                "--fanfare.port=" + port,
                "--fanfare.app-id=app-id",
                "--fanfare.key=app-key",
                "--fanfare.secret=app-secret",
                "--fanfare.use-tls=false");
    }

    @Test
    void itTellsHowTheAppStandsAndWithoutItThatIsSaid() throws IOException, InterruptedException {
        Server server = Server.start(ServerConfig.development().withPort(0));
        try (RunningPlatform platform = platform(server.port())) {
            Caller dan = platform.as("dan");
            try (TestClient client = platform.client()) {
                client.subscribe("global-announcements");
                JsonNode there = dan.get("/api/admin/apps").json();
                assertThat(there.path("serverReachable").asBoolean()).isTrue();
                assertThat(there.path("apps")
                                .path(0)
                                .path("usage")
                                .path("connections")
                                .asInt())
                        .isEqualTo(1);
            }

            server.close();

            JsonNode away = dan.get("/api/admin/apps").json();
            assertThat(away.path("serverReachable").asBoolean()).isFalse();
            assertThat(away.path("apps").path(0).path("key").asString()).isEqualTo("app-key");
            assertThat(away.path("apps").path(0).path("usage").isNull()).isTrue();
            Answer channels = dan.get("/api/admin/channels");
            assertThat(channels.status()).isEqualTo(503);
            assertThat(channels.json().path("code").asString()).isEqualTo("server_unavailable");
        } finally {
            server.close();
        }
    }

    @Test
    void webhooksThatItGaveUpAreSentAgain() throws IOException, InterruptedException {
        List<String> bodies = new CopyOnWriteArrayList<>();
        HttpServer backEnd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backEnd.createContext("/", exchange -> {
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(bodies.size() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        backEnd.start();
        URI url = URI.create("http://127.0.0.1:" + backEnd.getAddress().getPort() + "/");
        ServerConfig bare = ServerConfig.development().withPort(0);
        WebhookConfig hook =
                new WebhookConfig("app-id", url, EnumSet.of(WebhookKind.CHANNEL_OCCUPIED), List.of("status-"), true);
        ServerConfig hooked = bare.with().webhooks(List.of(hook)).build();
        try (Server server = Server.start(hooked);
                RunningPlatform platform = platform(server.port());
                TestClient client = platform.client()) {
            Caller dan = platform.as("dan");
            client.subscribe("status-updates");
            await().until(() -> !bodies.isEmpty());
            server.reload(bare); // what waits for an endpoint that is gone is given up
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !dan.get("/api/admin/webhooks")
                            .json()
                            .path("deadLetters")
                            .isEmpty());

            JsonNode letter =
                    dan.get("/api/admin/webhooks").json().path("deadLetters").path(0);
            assertThat(letter.path("channel").asString()).isEqualTo("status-updates");
            assertThat(letter.path("event").asString()).isEqualTo("channel_occupied");
            server.reload(hooked);
            String path = "/api/admin/webhooks/" + letter.path("id").asString();
            assertThat(dan.post(path + "/replay", "").status()).isEqualTo(204);

            await().atMost(Duration.ofSeconds(10)).until(() -> bodies.size() > 1);
            assertThat(bodies.getLast()).contains("status-updates");
            assertThat(dan.delete(path).status()).isEqualTo(404);
            assertThat(dan.get("/api/admin/audit")
                            .json()
                            .path("entries")
                            .path(0)
                            .path("action")
                            .asString())
                    .isEqualTo("webhooks.replay");
        } finally {
            backEnd.stop(0);
        }
    }
}
