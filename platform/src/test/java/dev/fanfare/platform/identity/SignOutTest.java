package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Where a session begins and what ends with it. */
@OnEachDatabase
class SignOutTest {
    private final RunningPlatform platform;

    SignOutTest(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void signingOutEverywhereClosesConnectionsThatAreSignedIn() throws IOException, InterruptedException {
        Caller cleo = platform.as("cleo");
        Caller bob = platform.as("bob");
        try (TestClient hers = signedIn(cleo);
                TestClient his = signedIn(bob)) {
            assertThat(cleo.delete("/api/sessions").status()).isEqualTo(204);

            Received next = hers.awaitAnything();
            while (next instanceof Received.Text) {
                next = hers.awaitAnything();
            }
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Received.Close.class,
                            close -> assertThat(close.code()).isEqualTo(CloseCode.TERMINATED.code()));
            his.send("{\"event\":\"pusher:ping\",\"data\":{}}");
            his.await("pusher:pong");
            assertThat(cleo.post("/api/pusher/user-auth", "{\"socket_id\":\"1.2\"}")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void signingOutEverywhereClosesConnectionsThatOnlySubscribed() throws IOException, InterruptedException {
        Caller cleo = platform.as("cleo");
        Caller bob = platform.as("bob");
        try (TestClient hers = platform.client();
                TestClient his = platform.client()) {
            cleo.subscribe(hers, "private-user-cleo");
            bob.subscribe(his, "private-user-bob");

            assertThat(cleo.delete("/api/sessions").status()).isEqualTo(204);

            Received next = hers.awaitAnything();
            while (next instanceof Received.Text) {
                next = hers.awaitAnything();
            }
            assertThat(next)
                    .isInstanceOfSatisfying(
                            Received.Close.class,
                            close -> assertThat(close.code()).isEqualTo(CloseCode.TERMINATED.code()));
            his.send("{\"event\":\"pusher:ping\",\"data\":{}}");
            RunningPlatform.heard(his, "pusher:pong");
        }
    }

    private TestClient signedIn(Caller caller) throws IOException, InterruptedException {
        TestClient client = platform.client();
        Answer auth = caller.post("/api/pusher/user-auth", "{\"socket_id\":\"" + client.socketId() + "\"}");
        client.send("{\"event\":\"pusher:signin\",\"data\":" + auth.body() + "}");
        client.await("pusher:signin_success");
        return client;
    }

    @Test
    void signingOutEverywhereEndsStreams()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Caller dan = platform.as("dan");
        URLConnection stream = platform.address("/api/realtime/sse?channels=private-user-dan")
                .toURL()
                .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + dan.token());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("id:");

            dan.delete("/api/sessions");

            long rest = CompletableFuture.supplyAsync(() -> lines.lines().count())
                    .get(TestClient.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(rest).isLessThan(10);
        }
    }

    @Test
    void aTokenThatSomebodyPlantedIsNeverTakenOver() throws IOException, InterruptedException {
        Answer session = signIn("ada", "fanfare_session=planted");

        assertThat(session.header("Set-Cookie")).doesNotContain("planted");
        assertThat(session.json().path("token").asString()).isNotEqualTo("planted");
        assertThat(new Caller(platform, "planted").get("/api/sessions/current").status())
                .isEqualTo(401);
    }

    @Test
    void signingInAgainEndsTheSessionThatTheBrowserHad() throws IOException, InterruptedException {
        String first = signIn("ada", "x=y").json().path("token").asString();

        String second =
                signIn("ada", "fanfare_session=" + first).json().path("token").asString();

        assertThat(second).isNotEqualTo(first);
        assertThat(new Caller(platform, first).get("/api/sessions/current").status())
                .isEqualTo(401);
        assertThat(new Caller(platform, second).get("/api/sessions/current").status())
                .isEqualTo(200);
    }

    private Answer signIn(String name, String cookie) throws IOException, InterruptedException {
        String json = "{\"email\":\"" + name + "@demo.test\",\"password\":\"fanfare\"}";
        return platform.send(HttpRequest.newBuilder(platform.address("/api/sessions"))
                .header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }
}
