package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestApi;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no SDK for Java or JavaScript shows about handshakes. */
@Sdk("wire")
class HandshakeIT {
    private static final String SUB_PROTOCOL = "Sec-WebSocket-Protocol";

    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    private static TestClient connect(String app, Map<String, String> headers) throws IOException {
        return TestClient.connect(SERVER.webSocket("/app/" + app + "-key?protocol=7"), headers);
    }

    /** Apple's clients fail a handshake that does not select what they have offered. */
    @ParameterizedTest
    @ValueSource(strings = {"pusher-channels-protocol-7", "chat, pusher-channels-protocol-7"})
    void subProtocolOfAppleClientsIsSelected(String offered) throws IOException {
        try (TestClient client = connect("main", Map.of(SUB_PROTOCOL, offered))) {
            assertThat(client.handshake().headers()).containsEntry(SUB_PROTOCOL, "pusher-channels-protocol-7");
            client.await("pusher:connection_established");
        }
    }

    @Test
    void unknownSubProtocolIsNotSelected() throws IOException {
        try (TestClient client = connect("main", Map.of(SUB_PROTOCOL, "chat"))) {
            assertThat(client.handshake().headers()).doesNotContainKey(SUB_PROTOCOL);
            client.await("pusher:connection_established");
        }
    }

    @Test
    void refusedAndDroppedConnectionsTakeNoPlace() throws IOException {
        TestClient first = connect("single", Map.of());
        first.await("pusher:connection_established");
        for (int i = 0; i < 20; i++) {
            try (TestClient refused = connect("single", Map.of())) {
                refused.await("pusher:error");
            }
        }
        assertThat(connections()).isEqualTo(1);
        first.drop();
        await().until(() -> connections() == 0);
        try (TestClient next = connect("single", Map.of())) {
            next.await("pusher:connection_established");
        }
    }

    private static int connections() {
        TestApi api = new TestApi(SERVER.uri(), ConformanceApps.credentials("single"));
        return api.get("/apps/single/connections").json().path("connections").asInt();
    }
}
