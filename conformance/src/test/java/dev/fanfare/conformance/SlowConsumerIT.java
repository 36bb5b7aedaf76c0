package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.Received;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A client that does not read loses its connection, not single events, and nobody else loses anything. */
@Sdk("wire")
class SlowConsumerIT {
    private static final int EVENTS = 2_000;
    private static final String PADDING = "x".repeat(10_000);

    @RegisterExtension
    static final RealtimeServerExtension SERVER = RealtimeServerExtension.create(ConformanceServer.CONFIG
            .with()
            .transport(ConformanceServer.CONFIG.transport().withOutboundBudget(64 * 1024))
            .build());

    private static TestClient client() throws IOException {
        return TestClient.open(SERVER.webSocket("/app/main-key?protocol=7"));
    }

    @Test
    void slowConsumerIsClosedWith4100AndGetsNoGaps() throws IOException {
        try (TestClient slow = client();
                TestClient quick = client()) {
            slow.subscribe("flood");
            quick.subscribe("flood");
            slow.stopReading();
            TestApi api = new TestApi(SERVER.uri(), ConformanceApps.credentials("main"));
            for (int i = 0; i < EVENTS; i++) {
                api.trigger("flood", "e", i + " " + PADDING);
                assertThat(quick.await("e").data()).startsWith(i + " ");
            }
            slow.resumeReading();
            assertThat(firstMissing(slow)).isLessThan(EVENTS);
        }
    }

    /** Reads to the end; every event has to be there up to the one that is answered. */
    private static int firstMissing(TestClient slow) {
        for (int expected = 0; ; expected++) {
            switch (slow.awaitAnything()) {
                case Received.Text(ReceivedFrame frame) ->
                    assertThat(frame.data()).startsWith(expected + " ");
                case Received.Close(int code, String _) -> {
                    assertThat(code).isEqualTo(4100);
                    return expected;
                }
                case Received other -> throw new AssertionError("Expected a Close frame, got " + other);
            }
        }
    }
}
