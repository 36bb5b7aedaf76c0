package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestApp;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A process whose memory fills up with what somebody does not read. */
@Sdk("wire")
class MemoryGuardIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PADDING = "x".repeat(10_000);

    @Test
    void newcomersAreRefusedBeforeTheHeapIsFullAndEverybodyElseGoesOn() throws IOException {
        List<String> smallHeap = List.of("-XX:+UseSerialGC", "-Xmx64m", "-Xmn8m");
        try (ServerProcess server = ServerProcess.start(
                        smallHeap, "--memory-guard-threshold", "20%", "--transport-outbound-budget", "60MB");
                TestClient early = TestClient.open(server.webSocket())) {
            TestApi api = new TestApi(server.uri(), TestApp.DEVELOPMENT);
            early.subscribe("news");
            early.await("pusher_internal:subscription_count");
            TestClient stalled = TestClient.open(server.webSocket());
            stalled.subscribe("flood");
            stalled.stopReading();

            await().atMost(PATIENCE).until(() -> {
                for (int i = 0; i < 100; i++) {
                    api.trigger("flood", "e", PADDING);
                }
                return status(api) == 503;
            });
            try (TestClient late = TestClient.connect(server.webSocket(), Map.of())) {
                late.await("pusher:error");
                assertThat(late.awaitClose().code()).isEqualTo(4100);
            }
            api.trigger("news", "still", "here");
            assertThat(early.await("still").data()).isEqualTo("here");

            stalled.drop();
            await().atMost(PATIENCE).until(() -> status(api) == 200);
            TestClient.open(server.webSocket()).close();
        }
    }

    private static int status(TestApi api) {
        return api.send("GET", "/ready", "").status();
    }
}
