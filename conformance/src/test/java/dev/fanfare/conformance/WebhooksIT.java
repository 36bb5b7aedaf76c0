package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks, from a client of the server to the back end. */
@Sdk("wire")
class WebhooksIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private static Server start(WebhookEndpoint endpoint, Set<WebhookKind> kinds, List<String> prefixes) {
        WebhookConfig webhook =
                new WebhookConfig(TestApp.DEVELOPMENT.id(), URI.create(endpoint.url()), kinds, prefixes, true);
        return Server.start(ServerConfig.development()
                .withPort(0)
                .with()
                .webhooks(List.of(webhook))
                .build());
    }

    private static URI webSocket(Server server) {
        return URI.create("ws://127.0.0.1:" + server.port() + "/app/app-key?protocol=7");
    }

    private static void subscribe(TestClient client, String channel) {
        client.subscribe(channel);
        client.await("pusher_internal:subscription_count");
    }

    private static void awaitEvents(WebhookEndpoint endpoint, int count) {
        await().atMost(PATIENCE).until(() -> endpoint.events().size() >= count);
    }

    @Test
    void everyKindIsToldInOrderAndSigned() throws IOException {
        try (WebhookEndpoint endpoint = WebhookEndpoint.start();
                Server server = start(endpoint, EnumSet.allOf(WebhookKind.class), List.of())) {
            String socketId;
            try (TestClient client = TestClient.open(webSocket(server))) {
                socketId = client.socketId();
                String member = "{\"user_id\":\"ann\"}";
                client.send("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"presence-cache-a\",\"auth\":\""
                        + TestApp.DEVELOPMENT.authorize(socketId, "presence-cache-a", member)
                        + "\",\"channel_data\":\"{\\\"user_id\\\":\\\"ann\\\"}\"}}");
                client.await("pusher_internal:subscription_succeeded");
                client.await("pusher:cache_miss");
                client.send(
                        "{\"event\":\"client-a\",\"channel\":\"presence-cache-a\",\"data\":{\"x\": [1, \"é\\n\"]}}");
                client.send(
                        "{\"event\":\"client-b\",\"channel\":\"presence-cache-a\",\"data\":\"plain \\\"text\\\"\"}");
                awaitEvents(endpoint, 5);
            }
            awaitEvents(endpoint, 7);

            String channel = "\"channel\":\"presence-cache-a\"";
            assertThat(endpoint.events())
                    .containsExactlyInAnyOrder(
                            "{\"name\":\"channel_occupied\"," + channel + "}",
                            "{\"name\":\"member_added\"," + channel + ",\"user_id\":\"ann\"}",
                            "{\"name\":\"cache_miss\"," + channel + "}",
                            "{\"name\":\"client_event\"," + channel + ",\"event\":\"client-a\",\"data\":"
                                    + "\"{\\\"x\\\":[1,\\\"é\\\\n\\\"]}\",\"socket_id\":\"" + socketId
                                    + "\",\"user_id\":\"ann\"}",
                            "{\"name\":\"client_event\"," + channel + ",\"event\":\"client-b\",\"data\":"
                                    + "\"plain \\\"text\\\"\",\"socket_id\":\"" + socketId + "\",\"user_id\":\"ann\"}",
                            "{\"name\":\"member_removed\"," + channel + ",\"user_id\":\"ann\"}",
                            "{\"name\":\"channel_vacated\"," + channel + "}");
            assertThat(endpoint.events().getFirst()).contains("channel_occupied");
            assertThat(endpoint.events().getLast()).contains("channel_vacated");
            assertThat(endpoint.wrong()).isEmpty();
        }
    }

    @Test
    void countsAreToldWhereTheyAreAskedFor() throws IOException {
        try (WebhookEndpoint endpoint = WebhookEndpoint.start();
                Server server = start(endpoint, EnumSet.of(WebhookKind.SUBSCRIPTION_COUNT), List.of());
                TestClient client = TestClient.open(webSocket(server))) {
            client.subscribe("room");
            awaitEvents(endpoint, 1);

            assertThat(endpoint.events())
                    .containsExactly("{\"name\":\"subscription_count\",\"channel\":\"room\",\"subscription_count\":1}");
        }
    }

    @Test
    void onlyTheChosenChannelsAndKindsAreTold() throws IOException {
        try (WebhookEndpoint endpoint = WebhookEndpoint.start();
                Server server = start(endpoint, EnumSet.of(WebhookKind.CHANNEL_OCCUPIED), List.of("orders-", "chat-"));
                TestClient client = TestClient.open(webSocket(server))) {
            subscribe(client, "other");
            subscribe(client, "my-orders-1");
            subscribe(client, "orders-1");
            subscribe(client, "chat-1");
            awaitEvents(endpoint, 2);

            assertThat(endpoint.events())
                    .containsExactly(
                            "{\"name\":\"channel_occupied\",\"channel\":\"orders-1\"}",
                            "{\"name\":\"channel_occupied\",\"channel\":\"chat-1\"}");
        }
    }

    @Test
    void endpointThatFailsIsTriedAgainAndRedirectsAreNotFollowed() throws IOException {
        try (WebhookEndpoint endpoint = WebhookEndpoint.start();
                Server server = start(endpoint, EnumSet.allOf(WebhookKind.class), List.of());
                TestClient client = TestClient.open(webSocket(server))) {
            endpoint.answer(301);
            client.subscribe("a");
            await().atMost(PATIENCE).until(() -> endpoint.refused() == 1);
            endpoint.answer(500);
            await().atMost(PATIENCE).until(() -> endpoint.refused() == 2);
            endpoint.answer(200);
            awaitEvents(endpoint, 1);

            assertThat(endpoint.events().getFirst()).contains("channel_occupied");
            assertThat(endpoint.wrong()).as("the second attempt is signed anew").isEmpty();
        }
    }

    /** The status is what counts; a body without end, or no HTTP at all, keeps nobody waiting. */
    @Test
    void endlessBodiesAndGarbageDoNotStopOtherEndpoints() throws IOException {
        try (WebhookEndpoint good = WebhookEndpoint.start();
                BadEndpoint endless = BadEndpoint.start("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", true);
                BadEndpoint garbage = BadEndpoint.start("\u0000\u0001 what?\r\n\r\n", false)) {
            List<WebhookConfig> webhooks = Stream.of(endless.url(), garbage.url(), good.url())
                    .map(url -> new WebhookConfig(
                            "app-id", URI.create(url), EnumSet.allOf(WebhookKind.class), List.of(), true))
                    .toList();
            try (Server server = Server.start(ServerConfig.development()
                            .withPort(0)
                            .with()
                            .webhooks(webhooks)
                            .build());
                    TestClient client = TestClient.open(webSocket(server))) {
                client.subscribe("a");
                awaitEvents(good, 1);
                await().atMost(PATIENCE).until(() -> endless.requests() == 1 && garbage.requests() >= 2);
                assertThat(endless.requests()).as("taken at the first attempt").isEqualTo(1);
            }
        }
    }

    @Test
    void killLosesNothingThatWasDue() throws Exception {
        try (WebhookEndpoint endpoint = WebhookEndpoint.start()) {
            endpoint.answer(503);
            String[] flags = {"--data", folder.toString(), "--webhook", endpoint.url()};
            try (ServerProcess first = ServerProcess.start(List.of(), flags);
                    TestClient client = TestClient.open(first.webSocket())) {
                for (int i = 0; i < 50; i++) {
                    subscribe(client, "room-" + i);
                }
                await().atMost(PATIENCE).until(() -> endpoint.refused() > 0);
                first.kill();
            }
            endpoint.answer(200);
            try (ServerProcess second = ServerProcess.start(List.of(), flags)) {
                await().atMost(PATIENCE)
                        .until(() -> endpoint.events().stream()
                                        .filter(event -> event.contains("channel_occupied"))
                                        .distinct()
                                        .count()
                                == 50);
                // Nobody has come back, so all rooms are vacant when the time for that is over.
                await().atMost(PATIENCE.multipliedBy(2))
                        .until(() -> endpoint.events().stream()
                                        .filter(event -> event.contains("channel_vacated"))
                                        .distinct()
                                        .count()
                                == 50);
                second.terminate();
                assertThat(second.exitStatus()).isZero();
            }
            assertThat(endpoint.wrong()).isEmpty();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("app-secret");
                }
            }
        }
    }

    @Test
    void deadLettersAreListedAndReplayedFromTheCommandLine() throws Exception {
        try (WebhookEndpoint endpoint = WebhookEndpoint.start()) {
            endpoint.answer(500);
            String data = folder.toString();
            try (ServerProcess first = ServerProcess.start(List.of(), "--data", data, "--webhook", endpoint.url());
                    TestClient client = TestClient.open(first.webSocket())) {
                client.subscribe("lost");
                await().atMost(PATIENCE).until(() -> endpoint.refused() > 0);
                first.kill();
            }
            // Its endpoint is gone from the configuration, so what was due for it is a dead letter.
            try (ServerProcess second =
                            ServerProcess.start(List.of(), "--data", data, "--webhook", "http://127.0.0.1:1/");
                    TestClient client = TestClient.open(second.webSocket())) {
                client.subscribe("lost");
                String port = Integer.toString(second.uri().getPort());
                assertThat(ServerProcess.output("webhooks", "list", "--port", port))
                        .contains("\"channel_occupied\"")
                        .contains("no such webhook is configured any more");
                second.kill();
            }
            endpoint.answer(200);
            try (ServerProcess third = ServerProcess.start(List.of(), "--data", data, "--webhook", endpoint.url());
                    TestClient client = TestClient.open(third.webSocket())) {
                client.subscribe("lost");
                String port = Integer.toString(third.uri().getPort());
                assertThat(ServerProcess.output("webhooks", "replay", "--all", "--port", port))
                        .contains("\"replayed\":");
                await().atMost(PATIENCE)
                        .until(() -> endpoint.events().stream().anyMatch(event -> event.contains("channel_occupied")));
                assertThat(ServerProcess.output("webhooks", "list", "--port", port))
                        .doesNotContain(endpoint.url());
            }
            assertThat(ServerProcess.output("webhooks", "list", "--port", "1"))
                    .contains("No server answers on http://127.0.0.1:1 (settings `host` and `port`)");
        }
    }
}
