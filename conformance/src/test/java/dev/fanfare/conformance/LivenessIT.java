package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The app {@code impatient} asks for a sign of life after a second of silence. */
@Sdk("wire")
class LivenessIT {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    private static TestClient client() throws IOException {
        return TestClient.open(SERVER.webSocket("/app/impatient-key?protocol=7"));
    }

    @Test
    void whoIgnoresPingsIsClosedAndWhoOnlyListensStays() throws IOException {
        try (TestClient silent = client();
                TestClient listening = client()) {
            silent.ignorePings();
            listening.subscribe("news");
            silent.awaitPing();
            assertThat(silent.awaitClose().code()).isEqualTo(4201);
            new TestApi(SERVER.uri(), ConformanceApps.credentials("impatient")).trigger("news", "e", "still here");
            assertThat(listening.await("e").data()).isEqualTo("still here");
        }
    }
}
