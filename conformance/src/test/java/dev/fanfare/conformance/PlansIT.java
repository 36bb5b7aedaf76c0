package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testkit.ApiAnswer;
import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Apps that are at the end of what their plan allows. */
@Sdk("wire")
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PlansIT {
    private static final TestApp APP = new TestApp("one", "k1", "s1");
    private static final String EVENT = "{\"name\":\"e\",\"channel\":\"news\",\"data\":\"x\"}";

    @Test
    void theHundredAndFirstSocketOfASandboxAppIsClosedWith4004() throws IOException {
        List<TestClient> clients = new ArrayList<>();
        try (ServerProcess server = start("--app-plan", "sandbox")) {
            for (int i = 0; i < 100; i++) {
                clients.add(TestClient.open(of(server)));
            }
            try (TestClient last = TestClient.connect(of(server), Map.of())) {
                last.await("pusher:error");
                assertThat(last.awaitClose().code()).isEqualTo(4004);
            }
        } finally {
            for (TestClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void theChannelOverThePlanIsRefused() throws IOException {
        try (ServerProcess server = start("--app-plan", "sandbox");
                TestClient client = TestClient.open(of(server))) {
            for (int i = 0; i < 100; i++) {
                client.subscribe("c" + i);
            }
            client.send("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"c100\"}}");

            assertThat(client.await("pusher:error").text()).contains("channel quota");
            assertThat(client.await("pusher:subscription_error").channel()).isEqualTo("c100");
        }
    }

    @Test
    void messagesOverTheQuotaAreRefusedAlsoAfterARestart(@TempDir Path folder)
            throws IOException, InterruptedException {
        String[] flags = {"--app-limits-messages-per-day", "3", "--data", folder.toString()};
        try (ServerProcess server = start(flags)) {
            for (int i = 0; i < 3; i++) {
                assertThat(publish(server).status()).isEqualTo(200);
            }
            assertThat(publish(server).status()).isEqualTo(403);
            assertThat(publish(server).body()).contains("over its message quota, 3 a day", "midnight UTC");
            server.terminate();
            assertThat(server.exitStatus()).isZero();
        }
        try (ServerProcess again = start(flags)) {
            assertThat(publish(again).status()).isEqualTo(403);
        }
    }

    private static ServerProcess start(String... flags) throws IOException {
        List<String> all = new ArrayList<>(List.of("--app-id", "one", "--app-key", "k1", "--app-secret", "s1"));
        all.addAll(Arrays.asList(flags));
        return ServerProcess.start(List.of(), all.toArray(String[]::new));
    }

    private static ApiAnswer publish(ServerProcess server) {
        return new TestApi(server.uri(), APP).post("/apps/one/events", EVENT);
    }

    private static URI of(ServerProcess server) {
        return URI.create("ws://" + server.uri().getAuthority() + "/app/k1?protocol=7");
    }
}
