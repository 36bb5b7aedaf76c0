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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
        List<String> taken = new CopyOnWriteArrayList<>();
        AtomicInteger refused = new AtomicInteger();
        AtomicBoolean isBroken = new AtomicBoolean(true);
        HttpServer backEnd = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backEnd.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (isBroken.get()) {
                exchange.sendResponseHeaders(503, -1);
                refused.incrementAndGet();
            } else {
                taken.add(body);
                exchange.sendResponseHeaders(200, -1);
            }
            exchange.close();
        });
        backEnd.start();
        URI url = URI.create("http://127.0.0.1:" + backEnd.getAddress().getPort() + "/");
        ServerConfig bare = ServerConfig.development().withPort(0);
        WebhookConfig hook =
                new WebhookConfig("app-id", url, EnumSet.of(WebhookKind.SUBSCRIPTION_COUNT), List.of("status-"), true);
        ServerConfig hooked = bare.with().webhooks(List.of(hook)).build();
        try (Server server = Server.start(hooked);
                RunningPlatform platform = platform(server.port());
                TestClient first = platform.client();
                TestClient second = platform.client()) {
            Caller dan = platform.as("dan");
            first.subscribe("status-updates");
            await().until(() -> refused.get() > 0);
            second.subscribe("status-updates"); // its event waits behind the one that failed
            server.reload(bare); // what waits for an endpoint that is gone is given up
            await().atMost(Duration.ofSeconds(10)).until(() -> !letters(dan).isEmpty());

            JsonNode letter = letters(dan).path(0);
            assertThat(letter.path("channel").asString()).isEqualTo("status-updates");
            assertThat(letter.path("event").asString()).isEqualTo("subscription_count");
            isBroken.set(false);
            server.reload(hooked);
            String path = "/api/admin/webhooks/" + letter.path("id").asString();
            assertThat(dan.post(path + "/replay", "").status()).isEqualTo(204);

            await().atMost(Duration.ofSeconds(10)).until(() -> !taken.isEmpty());
            assertThat(taken.getFirst()).contains("status-updates");
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

    private static JsonNode letters(Caller dan) throws IOException, InterruptedException {
        return dan.get("/api/admin/webhooks").json().path("deadLetters");
    }
}
