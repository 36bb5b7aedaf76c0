package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.TestClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** How people change the password that they have. */
@OnEachDatabase
class OwnPasswordTest {
    private static final String OLD = "seven lamps and a ladder";
    private static final String NEW = "a ladder without lamps";

    private final RunningPlatform platform;
    private final String email = Ids.next() + "@example.com";

    OwnPasswordTest(RunningPlatform platform) {
        this.platform = platform;
        platform.bean(Accounts.class).add(new Account(Ids.next(), email, "Gil Glad", null, Role.USER), OLD);
    }

    private Answer signIn(String password) throws IOException, InterruptedException {
        return platform.asNobody()
                .post("/api/sessions", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private Caller gil() throws IOException, InterruptedException {
        return new Caller(platform, signIn(OLD).json().path("token").asString());
    }

    private static Answer change(Caller caller, String current, String password)
            throws IOException, InterruptedException {
        return caller.put(
                "/api/users/me/password", "{\"current\":\"" + current + "\",\"password\":\"" + password + "\"}");
    }

    @Test
    void theOthersEndAndThisSessionGoesOn() throws IOException, InterruptedException {
        Caller here = gil();
        Caller elsewhere = gil();

        assertThat(change(here, OLD, NEW).status()).isEqualTo(204);

        assertThat(here.get("/api/sessions/current").status()).isEqualTo(200);
        assertThat(elsewhere.get("/api/sessions/current").status()).isEqualTo(401);
        assertThat(signIn(OLD).status()).isEqualTo(401);
        assertThat(signIn(NEW).status()).isEqualTo(200);
    }

    @Test
    void whatFollowedChannelsElsewhereIsCutOffAndMayComeBackOnlyHere() throws IOException, InterruptedException {
        Caller here = gil();
        Caller elsewhere = gil();
        String channel = "private-user-"
                + here.get("/api/sessions/current")
                        .json()
                        .path("user")
                        .path("id")
                        .asString();
        try (TestClient client = platform.client();
                TestClient again = platform.client()) {
            elsewhere.subscribe(client, channel);

            change(here, OLD, NEW);

            Received next = client.awaitAnything();
            while (next instanceof Received.Text) {
                next = client.awaitAnything();
            }
            assertThat(((Received.Close) next).code()).isEqualTo(CloseCode.RIGHTS_CHANGED.code());
            here.subscribe(again, channel);
            assertThat(elsewhere
                            .post("/api/pusher/user-auth", "{\"socket_id\":\"1.2\"}")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void aStreamThatFollowsElsewhereEnds()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        Caller here = gil();
        URLConnection stream = platform.address("/api/realtime/sse?channels=public-announcements")
                .toURL()
                .openConnection();
        stream.setRequestProperty("Authorization", "Bearer " + gil().token());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).startsWith("id:");

            change(here, OLD, NEW);

            long rest = CompletableFuture.supplyAsync(() -> lines.lines().count())
                    .get(TestClient.TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            assertThat(rest).isLessThan(10);
        }
    }

    @Test
    void aWrongOneOrAWeakOneChangesNothing() throws IOException, InterruptedException {
        Caller here = gil();

        Answer wrong = change(here, "wrong", NEW);
        Answer weak = change(here, OLD, email);

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.json().path("code").asString()).isEqualTo("wrong_password");
        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.json().path("code").asString()).isEqualTo("weak_password");
        assertThat(signIn(OLD).status()).isEqualTo(200);
        assertThat(change(platform.asNobody(), OLD, NEW).status()).isEqualTo(401);
    }

    @Test
    void whoGuessesTheOldOneHasToWait() throws IOException, InterruptedException {
        Caller here = gil();
        for (int i = 0; i < 5; i++) {
            assertThat(change(here, "wrong", NEW).status()).isEqualTo(403);
        }

        assertThat(change(here, OLD, NEW).status()).isEqualTo(429);
    }
}
