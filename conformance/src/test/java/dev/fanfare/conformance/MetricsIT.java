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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server tells Prometheus, and that the guide and the dashboard speak of nothing else. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MetricsIT {
    private static final TestApp APP = new TestApp("one", "k1", "s1");
    private static final Pattern NAME = Pattern.compile("\\b(?:fanfare|jvm|process)_[a-z0-9_]+");

    private static ServerProcess start(String... more) throws IOException {
        List<String> flags = new ArrayList<>(List.of(
                "--app-id",
                "one",
                "--app-key",
                "k1",
                "--app-secret",
                "s1",
                "--app-limits-messages-per-day",
                "1000",
                "--app-limits-connections",
                "2"));
        flags.addAll(List.of(more));
        return ServerProcess.start(List.of(), flags.toArray(String[]::new));
    }

    private static URI of(ServerProcess server) {
        return URI.create("ws://" + server.uri().getAuthority() + "/app/k1?protocol=7");
    }

    @Test
    void whatHappensIsCounted() throws IOException, InterruptedException {
        try (ServerProcess server = start();
                TestClient subscriber = TestClient.open(of(server));
                TestClient other = TestClient.open(of(server))) {
            subscriber.subscribe("news");
            other.subscribe("news");
            TestApi api = new TestApi(server.uri(), APP);
            assertThat(api.post("/apps/one/events", "{\"name\":\"e\",\"channel\":\"news\",\"data\":\"x\"}")
                            .status())
                    .isEqualTo(200);
            assertThat(api.post("/apps/one/events", "{").status()).isEqualTo(400);
            subscriber.await("e");
            try (TestClient refused = TestClient.connect(of(server), Map.of())) {
                refused.await("pusher:error");
                assertThat(refused.awaitClose().code()).isEqualTo(4004);
            }

            Scrape scrape = Scrape.of(server.uri());

            assertThat(scrape.contentType()).startsWith("text/plain; version=0.0.4");
            assertThat(scrape.value("fanfare_connections{app=\"one\"}")).isEqualTo(2);
            assertThat(scrape.value("fanfare_connections_limit{app=\"one\"}")).isEqualTo(2);
            assertThat(scrape.value("fanfare_channels{app=\"one\"}")).isEqualTo(1);
            assertThat(scrape.value("fanfare_events_published_total{app=\"one\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("fanfare_events_delivered_total{app=\"one\"}"))
                    .isEqualTo(2);
            assertThat(scrape.value("fanfare_messages_today{app=\"one\"}")).isEqualTo(3);
            assertThat(scrape.value("fanfare_messages_per_day_limit{app=\"one\"}"))
                    .isEqualTo(1000);
            assertThat(scrape.value("fanfare_http_requests_total{route=\"events\",status=\"200\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("fanfare_http_requests_total{route=\"events\",status=\"400\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("fanfare_connections_opened_total")).isEqualTo(3);
            assertThat(scrape.value("fanfare_connections_closed_total{cause=\"connection_quota\"}"))
                    .isEqualTo(1);
            assertThat(scrape.value("fanfare_connections_sent_bytes_total")).isGreaterThan(100);
            assertThat(scrape.value("fanfare_connections_received_bytes_total")).isGreaterThan(100);
            assertThat(scrape.value("fanfare_ready")).isEqualTo(1);
            await().untilAsserted(() -> assertThat(Scrape.of(server.uri()).value("fanfare_loop_lag_seconds_count"))
                    .isPositive());
            await().untilAsserted(
                            () -> assertThat(Scrape.of(server.uri()).value("fanfare_sockets_open{kind=\"websocket\"}"))
                                    .isEqualTo(2));
        }
    }

    @Test
    void connectionsThatEndAreCountedByTheirCause() throws IOException, InterruptedException {
        try (ServerProcess server = start()) {
            TestClient polite = TestClient.open(of(server));
            polite.sendClose(1000, "bye");
            assertThat(polite.awaitClose().code()).isEqualTo(1000);
            polite.close();
            TestClient.open(of(server)).drop();

            await().untilAsserted(() -> {
                Scrape scrape = Scrape.of(server.uri());
                assertThat(scrape.value("fanfare_connections_closed_total{cause=\"client\"}"))
                        .isEqualTo(1);
                assertThat(scrape.value("fanfare_connections_closed_total{cause=\"lost\"}"))
                        .isEqualTo(1);
                assertThat(scrape.value("fanfare_connections{app=\"one\"}")).isZero();
            });
        }
    }

    @Test
    void namesOfChannelsAndUsersAreInNoLabel() throws IOException, InterruptedException {
        try (ServerProcess server = start();
                TestClient client = TestClient.open(of(server))) {
            String channel = "presence-of-somebody";
            String data = "{\"user_id\":\"user-4711\"}";
            String auth = APP.authorize(client.socketId(), channel, data);
            client.send("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"" + channel + "\",\"auth\":\"" + auth
                    + "\",\"channel_data\":\"" + data.replace("\"", "\\\"") + "\"}}");
            client.await("pusher_internal:subscription_succeeded");

            Scrape scrape = Scrape.of(server.uri());
            assertThat(scrape.value("fanfare_channels{app=\"one\"}")).isEqualTo(1);
            assertThat(scrape.text()).doesNotContain(channel, "user-4711");
        }
    }

    @Test
    void aTokenIsAskedForWhereOneIsSet() throws IOException, InterruptedException {
        try (ServerProcess server = start("--metrics-token", "0123456789abcdef")) {
            assertThat(Scrape.of(server.uri()).status()).isEqualTo(401);
            Scrape allowed = Scrape.of(server.uri(), "Authorization", "Bearer 0123456789abcdef");
            assertThat(allowed.status()).isEqualTo(200);
        }
    }

    @Test
    void guideAndDashboardNameWhatThereIsAndTheGuideNamesAllOfIt() throws IOException, InterruptedException {
        try (ServerProcess server = start("--webhook", "http://127.0.0.1:9/nobody");
                TestClient client = TestClient.open(of(server))) {
            client.subscribe("news");
            new TestApi(server.uri(), APP).post("/apps/one/events", "{");
            TestClient.open(of(server)).close();
            await().untilAsserted(() -> assertThat(Scrape.of(server.uri()).names())
                    .contains("fanfare_connections_closed_total", "fanfare_http_requests_total"));
            Set<String> known = new TreeSet<>(Scrape.of(server.uri()).names());
            known.add("fanfare_tls_certificate_expiry_timestamp_seconds");

            Set<String> guide = namesIn("docs/guides/monitoring.md");
            assertThat(known).containsAll(guide);
            assertThat(known).containsAll(namesIn("docs/dashboards/fanfare.json"));
            assertThat(guide)
                    .containsAll(known.stream()
                            .filter(name -> name.startsWith("fanfare_"))
                            .filter(name -> !name.matches(".*_lag_seconds_(count|sum)"))
                            .toList());
        }
    }

    private static Set<String> namesIn(String page) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher matcher = NAME.matcher(Files.readString(Path.of("..", page)));
        while (matcher.find()) {
            names.add(matcher.group());
        }
        return names;
    }
}
