package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.embedded.EmbeddedRealtimeService;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application with the starter, two properties, and the server inside it. */
class StarterTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = SpringApplication.run(
                SampleApplication.class,
                "--fanfare.provider=embedded",
                "--fanfare.host=127.0.0.1",
                "--fanfare.port=0",
                "--server.port=0",
                "--spring.main.banner-mode=off");
    }

    @AfterAll
    static void stop() {
        context.close();
        CLIENT.close();
    }

    private static URI application(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private static TestClient client() throws IOException {
        int port = ((EmbeddedRealtimeService) context.getBean(RealtimeService.class))
                .server()
                .port();
        return TestClient.open(URI.create("ws://127.0.0.1:" + port + "/app/app-key?protocol=7"));
    }

    private static HttpResponse<String> post(String path, String form, String user)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(application(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!user.isEmpty()) {
            request.header("X-User", user);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aBidReachesEverybodyWhoWatchesTheAuction() throws IOException, InterruptedException {
        try (TestClient client = client()) {
            client.subscribe("auction-7");

            assertThat(post("/auctions/7/bids/1250", "", "ann").statusCode()).isEqualTo(200);

            var frame = client.await();
            while (!frame.event().equals("bid-placed")) {
                frame = client.await();
            }
            assertThat(frame.data()).isEqualTo("{\"auctionId\":\"7\",\"amount\":1250}");
        }
    }

    @Test
    void clientsAreAuthorizedByTheRegistry() throws IOException, InterruptedException {
        try (TestClient client = client()) {
            String form = "socket_id=" + client.socketId() + "&channel_name=private-user-ann";
            for (String path : new String[] {"/api/pusher/auth", "/pusher/auth"}) {
                HttpResponse<String> allowed = post(path, form, "ann");
                assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
                assertThat(allowed.body()).startsWith("{\"auth\":\"app-key:");
                assertThat(allowed.headers().firstValue("Content-Type")).hasValue("application/json");
            }
            String auth = post("/pusher/auth", form, "ann").body();
            client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                    + auth.replaceFirst("\\{", "{\"channel\":\"private-user-ann\",") + "}");
            client.await("pusher_internal:subscription_succeeded");
            assertThat(post("/pusher/auth", form, "bob").statusCode()).isEqualTo(403);
            assertThat(post("/pusher/auth", form, "").body()).isEqualTo("{\"error\":\"Unauthorized\"}");
            assertThat(post("/pusher/auth", "", "ann").statusCode()).isEqualTo(400);
            assertThat(post("/pusher/user-auth", "socket_id=" + client.socketId(), "ann")
                            .body())
                    .contains("user_data");
        }
    }

    @Test
    void browsersAreToldWhereToConnect() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(application("/api/realtime/config")).build();
        HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.body()).contains("\"key\":\"app-key\"").doesNotContain("app-secret");
    }

    @Test
    void whatIsMissingStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> SpringApplication.run(
                        SampleApplication.class, "--fanfare.key=k", "--server.port=0", "--spring.main.banner-mode=off"))
                .rootCause()
                .hasMessageContaining("PUSHER_APP_ID is not set")
                .hasMessageContaining("PUSHER_SECRET is not set");
    }
}
