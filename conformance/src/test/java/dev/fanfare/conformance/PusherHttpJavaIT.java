package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.pusher.rest.Pusher;
import com.pusher.rest.PusherAsync;
import com.pusher.rest.data.Event;
import com.pusher.rest.data.Result;
import com.pusher.rest.data.Result.Status;
import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Sdk("pusher-http-java 1.3.4")
class PusherHttpJavaIT {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    static Pusher backEnd(int port, String app) {
        Pusher pusher = new Pusher(app, app + "-key", app + "-secret", JavaClient.MASTER_KEY);
        pusher.setHost("127.0.0.1:" + port);
        return pusher;
    }

    private static Pusher backEnd() {
        return backEnd(SERVER.port(), "main");
    }

    private static TestClient client() throws IOException {
        return TestClient.open(SERVER.webSocket("/app/main-key?protocol=7"));
    }

    private static void assertAnswer(Result result, String body) {
        assertThat(result.getMessage()).isEqualTo(body);
        assertThat(result.getStatus()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void triggersOnOneChannel() throws IOException {
        try (TestClient client = client()) {
            client.subscribe("http-java-one");
            assertAnswer(backEnd().trigger("http-java-one", "e", Map.of("a", "ü")), "{}");
            assertThat(client.await("e").data()).isEqualTo("{\"a\":\"ü\"}");
        }
    }

    @Test
    void triggersOnAHundredChannels() throws IOException {
        List<String> channels =
                IntStream.range(0, 100).mapToObj(i -> "http-java-" + i).toList();
        try (TestClient client = client()) {
            client.subscribe("http-java-99");
            assertAnswer(backEnd().trigger(channels, "e", 7), "{}");
            assertThat(client.await("e").data()).isEqualTo("7");
        }
    }

    @Test
    void leavesAConnectionOut() throws IOException {
        try (TestClient client = client()) {
            client.subscribe("http-java-except");
            assertAnswer(backEnd().trigger("http-java-except", "e", 1, client.socketId()), "{}");
            assertAnswer(backEnd().trigger("http-java-except", "e", 2), "{}");
            assertThat(client.await("e").data()).isEqualTo("2");
        }
    }

    @Test
    void triggersABatch() throws IOException {
        try (TestClient client = client()) {
            client.subscribe("http-java-batch");
            List<Event> batch =
                    List.of(new Event("http-java-batch", "e", 1), new Event("http-java-batch", "e", Map.of("n", 2)));
            assertAnswer(backEnd().trigger(batch), "{}");
            assertThat(client.await("e").data()).isEqualTo("1");
            assertThat(client.await("e").data()).isEqualTo("{\"n\":2}");
        }
    }

    @Test
    void triggersWithoutBlocking() throws Exception {
        try (TestClient client = client();
                PusherAsync backEnd = new PusherAsync("main", "main-key", "main-secret")) {
            backEnd.setHost("127.0.0.1:" + SERVER.port());
            client.subscribe("http-java-async");
            assertAnswer(backEnd.trigger("http-java-async", "e", 1).get(), "{}");
            assertThat(client.await("e").data()).isEqualTo("1");
        }
    }

    @Test
    void asksAboutChannels() throws IOException {
        try (TestClient client = client()) {
            client.subscribe("asked-by-java");
            assertAnswer(
                    backEnd().get("/channels", Map.of("filter_by_prefix", "asked-by", "info", "subscription_count")),
                    "{\"channels\":{\"asked-by-java\":{\"subscription_count\":1}}}");
            assertAnswer(
                    backEnd().get("/channels/asked-by-java", Map.of("info", "subscription_count")),
                    "{\"occupied\":true,\"subscription_count\":1}");
        }
    }

    @Test
    void asksAboutUsers() {
        assertAnswer(backEnd().get("/channels/presence-java-nobody/users"), "{\"users\":[]}");
        assertAnswer(
                backEnd().get("/channels", Map.of("filter_by_prefix", "presence-java-nobody", "info", "user_count")),
                "{\"channels\":{}}");
    }

    @Test
    void endsTheConnectionsOfAUser() {
        assertAnswer(backEnd().post("/users/nobody/terminate_connections", "{}"), "{}");
    }

    @Test
    void isToldWhyItWasRefused() {
        Pusher wrongSecret = new Pusher("main", "main-key", "wrong");
        wrongSecret.setHost("127.0.0.1:" + SERVER.port());
        assertRefused(wrongSecret.trigger("x", "e", 1), Status.AUTHENTICATION_ERROR, "\"code\":401");
        assertRefused(backEnd().trigger("x", "pusher:e", 1), Status.CLIENT_ERROR, "\"code\":400");
        assertRefused(backEnd().get("/channels/x/users"), Status.CLIENT_ERROR, "\"code\":400");
        assertRefused(backEnd().get("/nonsense"), Status.NOT_FOUND, "\"code\":404");
        assertRefused(backEnd().trigger("x", "e", "x".repeat(10_241)), Status.UNKNOWN_ERROR, "\"code\":413");
        assertRefused(
                backEnd(SERVER.port(), "disabled").trigger("x", "e", 1), Status.MESSAGE_QUOTA_EXCEEDED, "\"code\":403");
    }

    private static void assertRefused(Result result, Status status, String reason) {
        assertThat(result.getMessage()).contains(reason);
        assertThat(result.getStatus()).isEqualTo(status);
    }
}
