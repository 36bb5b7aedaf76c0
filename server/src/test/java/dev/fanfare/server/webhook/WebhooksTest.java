package dev.fanfare.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ClientFrame;
import dev.fanfare.protocol.ProtocolException;
import dev.fanfare.protocol.SocketId;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.server.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WebhooksTest {
    private static final Pattern NAMES = Pattern.compile("\"name\":\"([a-z_]+)\",\"channel\":\"([^\"]+)\"");
    private static final App APP = app("app");
    private static final App OTHER = app("other");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer endpoint;

    @TempDir
    private Path folder;

    private static App app(String id) {
        return new App(
                id,
                id + "-key",
                List.of(new AppSecret(id + "-secret")),
                true,
                List.of(),
                120,
                AppFeatures.DEVELOPMENT,
                AppLimits.DEFAULT);
    }

    @BeforeEach
    void listen() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", this::receive);
        endpoint.start();
    }

    @AfterEach
    void close() {
        endpoint.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = status;
        Matcher events = NAMES.matcher(body);
        while (answer == 200 && events.find()) {
            told.add(events.group(1) + " " + events.group(2));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private WebhookConfig config(App app, Set<WebhookKind> kinds, String... prefixes) {
        URI url = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/" + app.id());
        return new WebhookConfig(app.id(), url, kinds, List.of(prefixes), true);
    }

    private static Webhooks webhooks(Store store, WebhookConfig... endpoints) {
        return new Webhooks(List.of(endpoints), new FixedApps(List.of(APP, OTHER)), store, InstantSource.system());
    }

    private static ChannelName channel(String name) throws ProtocolException {
        return ChannelName.parse(name, 200);
    }

    private static List<DeadLetter> deadLetters(Webhooks webhooks) {
        CompletableFuture<List<DeadLetter>> letters = new CompletableFuture<>();
        webhooks.deadLetters("app", "", 100, letters::complete);
        return letters.join();
    }

    @Test
    void appsAndChannelsThatNobodyWantsCostNothing() throws Exception {
        try (Store store = Store.open(folder, InstantSource.system());
                Webhooks webhooks = webhooks(store, config(APP, EnumSet.of(WebhookKind.CHANNEL_OCCUPIED), "orders-"))) {
            webhooks.occupied(OTHER, channel("orders-1"));
            webhooks.occupied(APP, channel("other"));
            webhooks.cacheMissed(APP, channel("orders-1"));
            webhooks.occupied(APP, channel("orders-1"));

            await().until(() -> !told.isEmpty());
            assertThat(told).containsExactly("channel_occupied orders-1");
            assertThat(store.read("announced")).hasSize(1);
            assertThat(webhooks.delivered("app")).isEqualTo(1);
            assertThat(webhooks.delivered("other")).isZero();
        }
    }

    @Test
    void eventsOfAChannelComeInTheirOrderWhileTheEndpointFailsNowAndThen() throws Exception {
        ClientFrame.ClientEvent event =
                new ClientFrame.ClientEvent("client-a", "private-a", "1".getBytes(StandardCharsets.UTF_8), 1);
        try (Webhooks webhooks = webhooks(Store.ofNothing(), config(APP, EnumSet.allOf(WebhookKind.class)))) {
            status = 503;
            webhooks.occupied(APP, channel("private-a"));
            await().until(() -> webhooks.counts().failedAttempts() == 1);
            for (int i = 0; i < 250; i++) {
                webhooks.clientEvent(APP, channel("private-a"), event, new SocketId(1, 1), null);
                webhooks.subscriptionCountChanged(APP, channel("private-a"), i);
            }
            status = 200;
            await().atMost(Duration.ofSeconds(30)).until(() -> told.size() == 501);

            assertThat(told.getFirst()).isEqualTo("channel_occupied private-a");
            for (int i = 1; i < 501; i += 2) {
                assertThat(told.subList(i, i + 2))
                        .containsExactly("client_event private-a", "subscription_count private-a");
            }
            assertThat(webhooks.counts()).isEqualTo(new WebhookCounts(501, 1, 0, 0, 0));
        }
    }

    @Test
    void endpointThatIsNotConfiguredAnyMoreLeavesDeadLettersWhichCanBeReplayed() throws Exception {
        WebhookConfig config = config(APP, EnumSet.allOf(WebhookKind.class));
        try (Webhooks webhooks = webhooks(Store.ofNothing(), config)) {
            status = 503;
            webhooks.occupied(APP, channel("a"));
            await().until(() -> webhooks.counts().failedAttempts() == 1);
            webhooks.cacheMissed(APP, channel("a"));
            webhooks.configure(List.of());

            await().until(() -> !deadLetters(webhooks).isEmpty());
            assertThat(deadLetters(webhooks)).singleElement().satisfies(letter -> {
                assertThat(letter.json()).contains("cache_miss");
                assertThat(letter.reason()).isEqualTo("no such webhook is configured any more");
            });

            webhooks.configure(List.of(config));
            status = 200;
            CompletableFuture<Integer> replayed = new CompletableFuture<>();
            webhooks.replay("app", Set.of(), replayed::complete);
            assertThat(replayed.join()).isEqualTo(1);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> told.contains("cache_miss a") && told.contains("channel_occupied a"));
            assertThat(deadLetters(webhooks)).isEmpty();
        }
    }

    @Test
    void deadLettersCanBeForgotten() throws Exception {
        WebhookConfig config = config(APP, EnumSet.allOf(WebhookKind.class));
        try (Webhooks webhooks = webhooks(Store.ofNothing(), config)) {
            status = 503;
            webhooks.occupied(APP, channel("a"));
            await().until(() -> webhooks.counts().failedAttempts() == 1);
            webhooks.cacheMissed(APP, channel("a"));
            webhooks.configure(List.of());
            await().until(() -> !deadLetters(webhooks).isEmpty());
            String id = deadLetters(webhooks).getFirst().id();

            CompletableFuture<Integer> none = new CompletableFuture<>();
            webhooks.discard("app", Set.of(), none::complete);
            assertThat(none.join()).isZero();
            CompletableFuture<Integer> discarded = new CompletableFuture<>();
            webhooks.discard("app", Set.of(id, "none"), discarded::complete);

            assertThat(discarded.join()).isEqualTo(1);
            assertThat(deadLetters(webhooks)).isEmpty();
        }
    }

    @Test
    void theEndDoesNotWaitForAnEndpointThatIsDownIfTheStoreKeepsItsEvents() throws Exception {
        status = 503;
        try (Store store = Store.open(folder, InstantSource.system());
                Webhooks webhooks = webhooks(store, config(APP, EnumSet.allOf(WebhookKind.class)))) {
            webhooks.occupied(APP, channel("a"));
            webhooks.flush(Duration.ofMinutes(1));

            assertThat(webhooks.counts().waiting()).isEqualTo(1);
        }
        status = 200;
        try (Store store = Store.open(folder, InstantSource.system());
                Webhooks _ = webhooks(store, config(APP, EnumSet.allOf(WebhookKind.class)))) {
            await().until(() -> told.contains("channel_occupied a"));
        }
    }
}
