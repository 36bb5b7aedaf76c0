package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.TransportConfig.Kind;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSocketTest {
    private final TestServer server = new TestServer(Kind.EPOLL);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsOnWhenALateAnswerHasMadeRoom() throws IOException {
        try (RawClient client = onBareSocket()) {
            for (int i = 0; i < 3; i++) {
                client.send(get(TestServer.LATE));
                assertThat(client.readResponse()).endsWith(TestServer.LATE);
                client.send(get("/next"));
                assertThat(client.readResponse()).endsWith("/next");
            }
        }
    }

    @Test
    void clientThatResetsWhileNothingIsReadFromItIsNotWaitedFor() throws Exception {
        try (RawClient client = onBareSocket()) {
            client.send(get(TestServer.UNANSWERED));
            client.reset();

            assertThat(server.released.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private RawClient onBareSocket() throws IOException {
        RawClient client = server.connect();
        for (int i = 0; i < 3; i++) {
            client.send(get("/up"));
            assertThat(client.readResponse()).endsWith("/up");
        }
        return client;
    }

    private static String get(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: h\r\n\r\n";
    }
}
