package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.fanfare.server.config.TransportConfig.Kind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of HTTP are answered, good and bad ones, whatever serves the sockets. */
abstract class HttpContract {
    private final Kind kind;
    TestServer server;

    private final @Nullable TestCertificate certificate;

    /** @param certificate null for plain connections */
    HttpContract(Kind kind, @Nullable TestCertificate certificate) {
        this.kind = kind;
        this.certificate = certificate;
    }

    final TestServer newServer(int loops, TransportSettings settings) {
        return newServer(loops, settings, new HandshakeQuota(1, _ -> true));
    }

    private TestServer newServer(int loops, TransportSettings settings, HandshakeQuota quota) {
        return new TestServer(kind, loops, settings, quota, certificate);
    }

    @BeforeEach
    void start() {
        server = newServer(1, TestServer.settings());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    final void restart(Duration requestTimeout, Duration keepAlive) {
        server.close();
        server = newServer(1, TestServer.withTimeouts(requestTimeout, keepAlive));
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Version: 13, Sec-WebSocket-Version: 8, 426",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, X: y, 400",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==, Sec-WebSocket-Key: short, 400",
        "'Connection: keep-alive, Upgrade', Connection: keep-alive, 400",
        "GET , POST , 400",
        "Host: localhost, Content-Length: x, 400",
    })
    void handshakeThatIsNotOneIsRefusedWithJson(String right, String wrong, int status) throws Exception {
        try (RawClient client = server.connect()) {
            String handshake = RawClient.handshake("/app/k");
            assertThat(handshake).contains(right);
            client.send(handshake.replace(right, wrong));
            assertThat(client.readResponse()).startsWith("HTTP/1.1 " + status).contains("\"code\":" + status + "}");
            client.expectEnd();
        }
    }

    @Test
    void requestsThatAskForNoWebSocketGoToTheHttpApiInTheirOrder() throws Exception {
        try (RawClient client = server.connect()) {
            client.send(
                    "GET /one HTTP/1.1\r\nHost: h\r\n\r\nPOST /two HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc"
                            + "GET /app/key HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(client.readResponse()).startsWith("HTTP/1.1 200 ").endsWith("/one");
            assertThat(client.readResponse()).endsWith("/two");
            assertThat(client.readResponse()).endsWith("/app/key");
            client.shakeHands("/app/key");
        }
    }

    @Test
    void oversizedHeadIsRefusedWithJson() throws Exception {
        try (RawClient line = server.connect();
                RawClient headers = server.connect()) {
            line.send("GET /" + "a".repeat(TestServer.MAX_HEADER) + " HTTP/1.1\r\n\r\n");
            assertThat(line.readResponse()).startsWith("HTTP/1.1 414 ").contains("\"code\":414}");
            line.expectEnd();
            headers.send("GET / HTTP/1.1\r\nX: " + "a".repeat(200_000) + "\r\n\r\n");
            assertThat(headers.readResponse()).startsWith("HTTP/1.1 431 ").contains("\"code\":431}");
            headers.expectEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0016\u0003\u0001 TLS to a plain port\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            })
    void malformedHttpIsRefusedWithJson(String request) throws Exception {
        try (RawClient client = server.connect()) {
            client.send(request);
            assertThat(client.readResponse()).startsWith("HTTP/1.1 400 ").contains("\"code\":400}");
            client.expectEnd();
        }
    }

    @Test
    void refusedClientThatStaysIsEnded() throws Exception {
        server.close();
        server = newServer(1, TestServer.withCloseTimeout(Duration.ofMillis(300)));
        try (RawClient client = server.connect()) {
            client.send("malformed\r\n\r\n");
            assertThat(client.readResponse()).startsWith("HTTP/1.1 400 ");
            client.expectEnd();
            await().untilAsserted(() -> assertThatIOException().isThrownBy(() -> client.send("more")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: h",
                "POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            })
    void truncatedHttpIsRefusedWithJson(String request) throws Exception {
        try (RawClient client = server.connect()) {
            client.send(request);
            client.socket.shutdownOutput();
            assertThat(client.readResponse()).startsWith("HTTP/1.1 400 ").contains("\"code\":400}");
            client.expectEnd();
        }
    }

    @Test
    void clientThatEndsItsSideIsStillAnswered() throws Exception {
        try (RawClient client = server.connect()) {
            client.send("GET /last HTTP/1.1\r\nHost: h\r\n\r\n");
            client.socket.shutdownOutput();
            assertThat(client.readResponse()).endsWith("/last");
            client.expectEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /app/key HTTP/1.1\r\nHost: h\r\n",
                "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 10\r\n\r\nabc",
                "GET /done HTTP/1.1\r\nHost: h\r\n\r\n|GET /second HTTP/1.1\r\n",
            })
    void dribbledRequestIsRefusedWhenItsTimeIsUp(String request) throws Exception {
        restart(Duration.ofMillis(300), Duration.ofSeconds(75));
        try (RawClient client = server.connect()) {
            for (String part : request.split("\\|")) {
                client.send(part);
                if (part.contains("/done")) {
                    assertThat(client.readResponse()).endsWith("/done");
                }
            }
            assertThat(client.readResponse()).startsWith("HTTP/1.1 408 ").contains("\"code\":408}");
            client.expectEnd();
        }
    }

    @Test
    void connectionWithoutARequestIsEnded() throws Exception {
        restart(Duration.ofMillis(300), Duration.ofSeconds(75));
        try (RawClient client = server.connect()) {
            client.expectEnd();
        }
    }

    @Test
    void idleKeepAliveConnectionIsEnded() throws Exception {
        restart(Duration.ofSeconds(10), Duration.ofMillis(300));
        try (RawClient client = server.connect()) {
            client.send("GET /once HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(client.readResponse()).endsWith("/once");
            client.expectEnd();
        }
    }

    @Test
    void addressWithTooManyUnfinishedHandshakesIsTurnedAway() throws Exception {
        server.close();
        server = newServer(1, TestServer.settings(), new HandshakeQuota(2, _ -> false));
        try (RawClient first = server.connect();
                RawClient second = server.connect()) {
            first.send("GET /app/k HTTP/1.1\r\n");
            second.send("GET /two HTTP/1.1\r\nHost: h\r\n");
            try (RawClient third = new RawClient(server.transport.address().getPort())) {
                assertThat(third.readToEnd()).isEmpty();
            }
            second.send("\r\n");
            assertThat(second.readResponse()).endsWith("/two");
            server.connectWebSocket().close();
            server.connectWebSocket().close();
        }
    }
}
