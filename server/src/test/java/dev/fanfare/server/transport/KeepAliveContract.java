package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.TransportConfig.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an HTTP connection may do after its first requests, on whichever way it is served by then. */
abstract class KeepAliveContract {
    private static final String REQUEST = "GET /up HTTP/1.1\r\nHost: h\r\n\r\n";

    private final Kind kind;
    private TestServer server;

    private final @Nullable TestCertificate certificate;

    KeepAliveContract(Kind kind) {
        this(kind, null);
    }

    /** @param certificate null for plain connections */
    KeepAliveContract(Kind kind, @Nullable TestCertificate certificate) {
        this.kind = kind;
        this.certificate = certificate;
    }

    private TestServer newServer(TransportSettings settings) {
        return new TestServer(kind, 1, settings, new HandshakeQuota(1, _ -> true), certificate);
    }

    @BeforeEach
    void start() {
        server = newServer(TestServer.settings());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void requestThatIsCutIsAnsweredLikeTheOthers() throws IOException {
        try (RawClient client = served()) {
            for (int cut = 1; cut < REQUEST.length(); cut++) {
                client.send(REQUEST.substring(0, cut));
                client.send(REQUEST.substring(cut) + REQUEST);
                assertThat(client.readResponse()).endsWith("/up");
                assertThat(client.readResponse()).endsWith("/up");
            }
        }
    }

    @Test
    void unusualRequestIsAnsweredAndUsualOnesAfterIt() throws IOException {
        try (RawClient client = served()) {
            for (int i = 0; i < 3; i++) {
                client.send(REQUEST + "PUT /odd HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
                        + REQUEST);
                assertThat(client.readResponse()).endsWith("/up");
                assertThat(client.readResponse()).endsWith("/odd");
                assertThat(client.readResponse()).endsWith("/up");
                client.send(REQUEST);
                assertThat(client.readResponse()).endsWith("/up");
            }
        }
    }

    @Test
    void malformedRequestIsRefusedBehindTheAnswers() throws IOException {
        try (RawClient client = served()) {
            client.send(REQUEST + "GET /\r\nno colon\r\n\r\n");
            assertThat(client.readResponse()).endsWith("/up");
            assertThat(client.readResponse()).startsWith("HTTP/1.1 400 ");
            client.expectEnd();
        }
    }

    @Test
    void webSocketHandshakeIsAnsweredOnAUsedConnection() throws Exception {
        try (RawClient client = served()) {
            client.shakeHands("/app/k");
            client.sendText("hello");
            assertThat(server.nextReceiver().nextText()).isEqualTo("hello");
        }
    }

    @Test
    void clientThatSendsEverythingFirstAndReadsLateGetsEveryAnswer() throws IOException {
        try (RawClient client = served()) {
            client.send(REQUEST.repeat(5_000));
            client.socket().shutdownOutput();
            String answers = new String(client.readToEnd(), StandardCharsets.US_ASCII);
            assertThat(answers.split("/up", -1)).hasSize(5_001);
        }
    }

    @Test
    void requestThatEndsInTheMiddleIsAnsweredWith400() throws IOException {
        try (RawClient client = served()) {
            client.send(REQUEST.substring(0, 10));
            client.socket().shutdownOutput();
            assertThat(new String(client.readToEnd(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void requestThatDribblesInTimesOut() throws IOException {
        server.close();
        server = newServer(TestServer.withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(75)));
        try (RawClient client = served()) {
            client.send(REQUEST.substring(0, 10));
            assertThat(client.readResponse()).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void connectionThatIsNotUsedIsClosed() throws IOException {
        server.close();
        server = newServer(TestServer.withTimeouts(Duration.ofSeconds(10), Duration.ofMillis(300)));
        try (RawClient client = served()) {
            client.expectEnd();
        }
    }

    @Test
    void stoppingServerEndsItsConnections() throws IOException {
        try (RawClient client = served()) {
            server.close();
            client.expectEnd();
        } finally {
            start();
        }
    }

    /** A client that has had some answers. */
    private RawClient served() throws IOException {
        RawClient client = server.connect();
        for (int i = 0; i < 4; i++) {
            client.send(REQUEST);
            assertThat(client.readResponse()).endsWith("/up");
        }
        return client;
    }
}
