package dev.fanfare.sdk.pusher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.ChannelInfo.Attribute;
import dev.fanfare.sdk.Listeners;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.ProviderContract;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Against a real server. */
class PusherRealtimeServiceTest extends ProviderContract {
    private static final AppLimits LIMITS =
            AppLimits.DEFAULT.with().eventNameLength(10).messagesPerDay(100_000).build();

    private static final AppFeatures FEATURES = new AppFeatures(true, true, true, false, false, Duration.ZERO);

    @RegisterExtension
    static final RealtimeServerExtension SERVER = RealtimeServerExtension.create(ServerConfig.development()
            .withApps(List.of(
                    app("app-id", "app-key", "app-secret", true, AppLimits.DEFAULT),
                    app("small", "small-key", "small-secret", true, LIMITS),
                    app(
                            "spent",
                            "spent-key",
                            "spent-secret",
                            true,
                            LIMITS.with().messagesPerDay(0).build()))));

    private final Listeners listeners = new Listeners();

    private static App app(String id, String key, String secret, boolean enabled, AppLimits limits) {
        return new App(id, key, List.of(new AppSecret(secret)), enabled, List.of(), 120, FEATURES, limits);
    }

    private static RealtimeService service(String id, String key, String secret, int port) {
        return service(id, key, secret, port, false);
    }

    private static RealtimeService service(String id, String key, String secret, int port, boolean coalescing) {
        return RealtimeServices.create(RealtimeSettings.fromEnvironment(Map.of(
                "PUSHER_APP_ID",
                id,
                "PUSHER_KEY",
                key,
                "PUSHER_SECRET",
                secret,
                "PUSHER_HOST",
                "127.0.0.1",
                "PUSHER_PORT",
                Integer.toString(port),
                "REALTIME_COALESCING",
                Boolean.toString(coalescing))));
    }

    @Override
    protected RealtimeService service() {
        return service("app-id", "app-key", "app-secret", SERVER.port());
    }

    @Override
    protected void listen(String channel) throws IOException {
        listeners.add(channel, SERVER.client());
    }

    @Override
    protected List<String> heard(String channel, int count) {
        return listeners.heard(channel, count);
    }

    @AfterEach
    void hangUp() throws IOException {
        listeners.close();
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static void assertFails(CompletionStage<?> stage, Kind kind, int status, String message) {
        assertThatThrownBy(() -> done(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(RealtimeException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.status()).isEqualTo(status);
                    assertThat(failure.isRetryable()).isEqualTo(kind == Kind.UNREACHABLE);
                })
                .hasMessageContaining(message)
                .message()
                .doesNotContain("app-secret", "small-secret", "spent-secret");
    }

    @Test
    void theConnectionThatIsLeftOutGetsNothing() throws IOException {
        listen("room");
        listen("other");
        TestClient author = listeners.on("room");

        done(service().publish(OutboundEvent.of("room", "e", 1).except(author.socketId())));
        done(service().trigger("room", "f", 2));

        assertThat(heard("room", 1)).containsExactly("f 2");
    }

    @Test
    void channelsAreToldOf() throws IOException {
        listen("counted");

        Map<String, ChannelInfo> told =
                done(service().publish(OutboundEvent.of("counted", "e", 1).asking(Attribute.SUBSCRIPTION_COUNT)));
        assertThat(told).containsOnlyKeys("counted");
        assertThat(told.get("counted").subscriptionCount()).isEqualTo(1);
        assertThat(done(service().channels("count", Set.of()))).containsOnlyKeys("counted");
        assertThat(done(service().channel("counted", Set.of())).occupied()).isTrue();
        assertThat(done(service().channel("empty", Set.of())).occupied()).isFalse();
    }

    @Test
    void theServerTakesWhatIsSigned() throws IOException {
        try (TestClient client = SERVER.client()) {
            String id = client.socketId();
            authorize(client, "private-a", service().authorizeChannel(id, "private-a", null));
            authorize(
                    client,
                    "presence-a",
                    service().authorizeChannel(id, "presence-a", new Member("ann", Map.of("n", 1))));
            assertThat(done(service().members("presence-a"))).containsExactly("ann");

            String user = service().authenticateUser(id, SignedInUser.of("ann"));
            client.send("{\"event\":\"pusher:signin\",\"data\":" + user + "}");
            client.await("pusher:signin_success");
            client.subscribe("#server-to-user-ann");
            done(service().sendToUser("ann", "hello", "x"));
            assertThat(client.await("hello").channel()).isEqualTo("#server-to-user-ann");
            done(service().terminateConnections("ann"));
            client.await("pusher:error");
            assertThat(client.awaitClose().code()).isEqualTo(4009);
        }
    }

    private static void authorize(TestClient client, String channel, String answer) {
        client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                + answer.replaceFirst("\\{", "{\"channel\":\"" + channel + "\",") + "}");
        client.await("pusher_internal:subscription_succeeded");
    }

    @Test
    void oneEventThatIsRefusedSpoilsNoOther() throws IOException {
        try (TestClient client = TestClient.open(SERVER.webSocket("/app/small-key?protocol=7"))) {
            client.subscribe("c");
            RealtimeService service = service("small", "small-key", "small-secret", SERVER.port());
            List<OutboundEvent> events = new ArrayList<>(IntStream.range(0, 15)
                    .mapToObj(i -> OutboundEvent.of("c", "e", i))
                    .toList());
            events.set(3, OutboundEvent.of("c", "name-too-long", "x"));

            assertFails(service.triggerBatch(events), Kind.REFUSED, 400, "small");

            for (int i = 0; i < 15; i++) {
                if (i != 3) {
                    assertThat(client.await("e").data()).isEqualTo(Integer.toString(i));
                }
            }
        }
    }

    @Test
    void aBurstLeavesInFewRequestsAndInOrder() throws IOException, InterruptedException {
        listen("burst");
        long before = batches();
        RealtimeService coalescing = service("app-id", "app-key", "app-secret", SERVER.port(), true);
        List<CompletableFuture<Void>> published = IntStream.range(0, 500)
                .mapToObj(i -> coalescing.trigger("burst", "e", i).toCompletableFuture())
                .toList();
        published.forEach(CompletableFuture::join);

        assertThat(heard("burst", 500))
                .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "e " + i).toList());
        assertThat(batches() - before).isBetween(50L, 250L);
    }

    /** Requests with several events that the server has answered. */
    private static long batches() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(SERVER.uri().resolve("/metrics")).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line ->
                            line.startsWith("fanfare_http_requests_total{route=\"batch_events\",status=\"200\"}"))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf('}') + 2)))
                    .sum();
        }
    }

    @Test
    void aBurstWithOneEventThatIsRefusedSpoilsNoOther() throws IOException {
        try (TestClient client = TestClient.open(SERVER.webSocket("/app/small-key?protocol=7"))) {
            client.subscribe("c");
            RealtimeService coalescing = service("small", "small-key", "small-secret", SERVER.port(), true);
            CompletionStage<Void> first = coalescing.trigger("c", "e", 0);
            CompletionStage<Void> wrong = coalescing.trigger("c", "name-too-long", 1);
            CompletionStage<Void> last = coalescing.trigger("c", "e", 2);

            done(first);
            done(last);
            assertFails(wrong, Kind.REFUSED, 400, "small");
            assertThat(client.await("e").data()).isEqualTo("0");
            assertThat(client.await("e").data()).isEqualTo("2");
        }
    }

    @Test
    void eachFailureIsItsOwn() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        int port = SERVER.port();
        assertFails(service("app-id", "app-key", "wrong", port).trigger("c", "e", 1), Kind.UNAUTHORIZED, 401, "app-id");
        assertFails(service("none", "app-key", "app-secret", port).trigger("c", "e", 1), Kind.REFUSED, 404, "none");
        assertFails(
                service("spent", "spent-key", "spent-secret", port).trigger("c", "e", 1),
                Kind.QUOTA,
                403,
                "message quota");
        assertFails(
                service("app-id", "app-key", "app-secret", closed).trigger("c", "e", 1),
                Kind.UNREACHABLE,
                0,
                "127.0.0.1:" + closed + " does not answer");
    }

    @Test
    void whatCallersDoWithAnAnswerHoldsUpNoOther() {
        CompletionStage<String> thread = service()
                .trigger("c", "e", 1)
                .thenApply(none -> Thread.currentThread().getName());

        assertThat(done(thread)).doesNotContain("SelectorManager");
    }

    @Test
    void aWebhookOfTheAppIsValid() {
        byte[] body = "{\"time_ms\":1,\"events\":[]}".getBytes(StandardCharsets.UTF_8);
        String signature = TestApp.DEVELOPMENT.sign(new String(body, StandardCharsets.UTF_8));

        assertThat(service().isValidWebhook("app-key", signature, body)).isTrue();
        assertThat(service().isValidWebhook("other", signature, body)).isFalse();
        body[2] ^= 1;
        assertThat(service().isValidWebhook("app-key", signature, body)).isFalse();
    }

    @Test
    void clientsAreToldWhereToConnect() {
        assertThat(service().getClientConfig().key()).isEqualTo("app-key");
        assertThat(service().getClientConfig().provider()).isEqualTo("pusher");
    }
}
