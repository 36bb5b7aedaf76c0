package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server whose configuration file is edited while clients are connected. */
@Sdk("wire")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReloadIT {
    private static final TestApp OLD = new TestApp("one", "k1", "old");
    private static final TestApp NEW = new TestApp("one", "k1", "new");
    private static final TestApp OTHER = new TestApp("two", "k2", "s2");
    private static final String IN_FORCE = "The changed configuration is in force";

    @TempDir
    private Path folder;

    @Test
    void appsComeGoAndChangeWhileOthersStayConnected() throws IOException {
        write("apps:\n  - {id: one, key: k1, secret: old}\n");
        try (ServerProcess server = start();
                TestClient client = TestClient.open(of(server, OLD))) {
            client.subscribe("news");
            client.send(clientEvent());
            assertThat(client.await("pusher:error").text()).contains("enable this feature");

            write("apps:\n  - {id: one, key: k1, secret: old, client-events: true, limits: {event-name-length: 5}}\n"
                    + "  - {id: two, key: k2, secret: s2}\n");
            server.awaitLine(IN_FORCE);

            client.send(clientEvent());
            assertThat(client.await("pusher:error").text()).doesNotContain("enable this feature");
            assertThat(publish(server, OLD, "longer")).isEqualTo(400);
            assertThat(publish(server, OLD, "event")).isEqualTo(200);
            client.await("event");
            try (TestClient second = TestClient.open(of(server, OTHER))) {
                write("apps:\n  - {id: one, key: k1, secret: old}\n");
                server.awaitLine(IN_FORCE);

                second.await("pusher:error");
                assertThat(second.awaitClose().code()).isEqualTo(4001);
            }
            assertThat(publish(server, OTHER, "event")).isEqualTo(404);
            assertThat(publish(server, OLD, "longer")).isEqualTo(200);
            client.await("longer");
        }
    }

    @Test
    void aSecretIsReplacedWithoutAGap() throws IOException {
        write("apps:\n  - {id: one, key: k1, secret: old}\n");
        try (ServerProcess server = start();
                TestClient client = TestClient.open(of(server, OLD))) {
            write("apps:\n  - {id: one, key: k1, secrets: [new, old]}\n");
            server.awaitLine(IN_FORCE);
            for (TestApp signer : List.of(OLD, NEW)) {
                assertThat(publish(server, signer, "event")).isEqualTo(200);
                subscribe(client, signer, "private-" + signer.secret());
                client.await("pusher_internal:subscription_succeeded");
            }

            write("apps:\n  - {id: one, key: k1, secret: new}\n");
            server.awaitLine(IN_FORCE);

            assertThat(publish(server, OLD, "event")).isEqualTo(401);
            assertThat(publish(server, NEW, "event")).isEqualTo(200);
            subscribe(client, OLD, "private-x");
            assertThat(client.await("pusher:error").text()).contains("Invalid signature");
            client.await("pusher:subscription_error");
            subscribe(client, NEW, "private-x");
            client.await("pusher_internal:subscription_succeeded");
        }
    }

    @Test
    void theFirstWebhookIsTakenWithoutARestart() throws IOException {
        String app = "apps:\n  - id: app-id\n    key: app-key\n    secret: app-secret\n";
        write(app);
        try (WebhookEndpoint endpoint = WebhookEndpoint.start();
                ServerProcess server = start();
                TestClient client = TestClient.open(of(server, TestApp.DEVELOPMENT))) {
            client.subscribe("before");

            write(app + "    webhooks: [{url: '" + endpoint.url() + "'}]\n");
            server.awaitLine(IN_FORCE);
            client.subscribe("after");

            await().untilAsserted(() ->
                    assertThat(endpoint.events()).singleElement().asString().contains("channel_occupied", "after"));
            assertThat(endpoint.wrong()).isEmpty();
        }
    }

    @Test
    void anInvalidFileIsExplainedAndChangesNothing() throws IOException {
        write("apps:\n  - {id: one, key: k1, secret: old}\n");
        try (ServerProcess server = start()) {
            write("apps:\n  - {id: one, key: k1, secret: new\n");
            assertThat(server.awaitLine("is not taken")).contains("fanfare.yaml:", "this is not YAML");
            assertThat(publish(server, OLD, "event")).isEqualTo(200);

            write("log: {level: debug}\ntransport: {kind: nio}\napps:\n  - {id: one, key: k1, secret: new}\n");
            assertThat(server.awaitLine("needs a restart")).endsWith("restart: transport.kind");
            assertThat(publish(server, OLD, "event")).isEqualTo(401);
            assertThat(publish(server, NEW, "event")).isEqualTo(200);
        }
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(
                List.of(),
                "--reload-interval",
                "100ms",
                "--config",
                folder.resolve("fanfare.yaml").toString());
    }

    /** As editors do it: whole, and then in place of the old one. */
    private void write(String yaml) throws IOException {
        Path draft = Files.writeString(folder.resolve("draft"), yaml);
        Files.move(draft, folder.resolve("fanfare.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String clientEvent() {
        return "{\"event\":\"client-hi\",\"channel\":\"news\",\"data\":\"x\"}";
    }

    private static int publish(ServerProcess server, TestApp signer, String event) {
        String body = "{\"name\":\"" + event + "\",\"channel\":\"news\",\"data\":\"x\"}";
        return new TestApi(server.uri(), signer)
                .post("/apps/" + signer.id() + "/events", body)
                .status();
    }

    private static void subscribe(TestClient client, TestApp signer, String channel) {
        client.send("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"" + channel + "\",\"auth\":\""
                + signer.authorize(client.socketId(), channel) + "\"}}");
    }

    private static URI of(ServerProcess server, TestApp app) {
        return URI.create("ws://" + server.uri().getAuthority() + "/app/" + app.key() + "?protocol=7");
    }
}
