package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import dev.fanfare.server.config.TransportConfig.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients are answered, good and bad ones, whatever serves the sockets. */
abstract class TransportContract {
    /** Kept, so that the level stays as a test has set it. */
    private static final Logger DEFECTS = Logger.getLogger(WebSocketConnection.class.getName());

    private final Kind kind;
    private TestServer server;

    private final @Nullable TestCertificate certificate;

    TransportContract(Kind kind) {
        this(kind, null);
    }

    /** @param certificate null for plain connections */
    TransportContract(Kind kind, @Nullable TestCertificate certificate) {
        this.kind = kind;
        this.certificate = certificate;
    }

    private TestServer newServer(int loops, TransportSettings settings) {
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

    private void restart(Duration requestTimeout, Duration keepAlive) {
        server.close();
        server = newServer(1, TestServer.withTimeouts(requestTimeout, keepAlive));
    }

    @Test
    void handshakeReportsWhatTheClientAskedFor() throws Exception {
        try (RawClient client = server.connect()) {
            client.shakeHands("/app/my%20key/?client=js&protocol=%37", "Origin: https://example.org");
            RecordingReceiver receiver = server.nextReceiver();
            assertThat(receiver.request.appKey()).isEqualTo("my key");
            assertThat(receiver.request.protocol()).isEqualTo("7");
            assertThat(receiver.request.origin()).isEqualTo("https://example.org");
        }
    }

    @Test
    void pusherSubprotocolIsChosenAndNoExtension() throws Exception {
        try (RawClient client = server.connect();
                RawClient other = server.connect()) {
            String head = client.shakeHands(
                    "/app/k",
                    "Sec-WebSocket-Protocol: chat, pusher-channels-protocol-7",
                    "Sec-WebSocket-Extensions: permessage-deflate");
            assertThat(head).contains("Sec-WebSocket-Protocol: pusher-channels-protocol-7\r\n");
            assertThat(head).doesNotContain("Extensions");
            assertThat(other.shakeHands("/app/k", "Sec-WebSocket-Protocol: chat"))
                    .doesNotContain("Sec-WebSocket-Protocol");
        }
    }

    @Test
    void firstFrameMayComeInTheSegmentOfTheHandshake() throws Exception {
        try (RawClient client = server.connect()) {
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            segment.writeBytes(RawClient.handshake("/app/k").getBytes(StandardCharsets.US_ASCII));
            segment.writeBytes(RawClient.frame(0x81, "early".getBytes(StandardCharsets.UTF_8)));
            byte[] cut = RawClient.frame(0x81, "cut off".getBytes(StandardCharsets.UTF_8));
            segment.write(cut, 0, 5);
            client.send(segment.toByteArray());
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
            RecordingReceiver receiver = server.nextReceiver();
            assertThat(receiver.nextText()).isEqualTo("early");
            client.send(Arrays.copyOfRange(cut, 5, cut.length));
            assertThat(receiver.nextText()).isEqualTo("cut off");
        }
    }

    @Test
    void everyFrameIsASignOfLife() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            client.send(RawClient.frame(RawClient.FIN | RawClient.PING, "p".getBytes(StandardCharsets.UTF_8)));
            assertThat(client.readFrame().text()).isEqualTo("p");
            client.send(RawClient.frame(RawClient.FIN | RawClient.PONG, new byte[0]));
            client.sendText("t");
            receiver.nextText();
            assertThat(receiver.seen).hasValue(3);
        }
    }

    @Test
    void thousandsOfFramesInOneSegmentAreAllHandled() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            for (int i = 0; i < 5_000; i++) {
                segment.writeBytes(RawClient.frame(0x81, String.valueOf(i).getBytes(StandardCharsets.UTF_8)));
            }
            client.send(segment.toByteArray());
            for (int i = 0; i < 5_000; i++) {
                assertThat(receiver.nextText()).isEqualTo(String.valueOf(i));
            }
        }
    }

    @Test
    void everyPingOfASegmentIsAnswered() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            ByteArrayOutputStream segment = new ByteArrayOutputStream();
            for (int i = 0; i < 3_000; i++) {
                segment.writeBytes(RawClient.frame(0x89, ("ping " + i).getBytes(StandardCharsets.UTF_8)));
            }
            client.send(segment.toByteArray());
            for (int i = 0; i < 3_000; i++) {
                RawClient.Frame pong = client.readFrame();
                assertThat(pong.opcode()).isEqualTo(RawClient.PONG);
                assertThat(pong.text()).isEqualTo("ping " + i);
            }
        }
    }

    @Test
    void largestMessageArrivesFromManySegments() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            String text = "ö".repeat(TestServer.MAX_MESSAGE / 2);
            client.sendText(text);
            assertThat(server.nextReceiver().nextText()).isEqualTo(text);
        }
    }

    @Test
    void closeOfTheClientIsAnsweredWithItsCode() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            client.sendClose(4567);
            assertThat(client.readFrame().code()).isEqualTo(4567);
            client.expectEnd();
            server.nextReceiver().awaitClosed();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "invalid UTF-8, 8182000000 00ff00, 1007",
        "binary, 828100000000 01, 1003",
        "unmasked, 810178, 1002",
        "oversized, 81ff000000000002000100000000, 1009",
        "compressed, c18100000000 78, 1002",
    })
    void badFrameIsAnsweredWithItsCloseCode(String what, String hex, int code) throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            client.send(bytes(hex.replace(" ", "")));
            assertThat(client.readFrame().code()).as(what).isEqualTo(code);
            client.sendClose(code);
            client.expectEnd();
            server.nextReceiver().awaitClosed();
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    @Test
    void answerToAnOversizedFrameSurvivesThatTheFrameIsSentToItsEnd() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            client.send(RawClient.frame(0x81, new byte[4 * TestServer.MAX_MESSAGE]));
            assertThat(client.readFrame().code()).isEqualTo(1009);
            client.expectEnd();
        }
    }

    @Test
    void defectOfTheEngineClosesThatConnectionOnly() throws Exception {
        DEFECTS.setLevel(Level.OFF);
        server.onText = receiver -> {
            if (receiver.texts.contains("break")) {
                throw new IllegalStateException("thrown by a test, on purpose");
            }
        };
        try (RawClient client = server.connectWebSocket();
                RawClient other = server.connectWebSocket()) {
            client.sendText("break");
            assertThat(client.readFrame().code()).isEqualTo(1011);
            server.nextReceiver().awaitClosed();
            other.sendText("fine");
            assertThat(server.nextReceiver().nextText()).isEqualTo("fine");
        } finally {
            DEFECTS.setLevel(null);
        }
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
    void webSocketOutlivesTheTimesOfHttp() throws Exception {
        restart(Duration.ofMillis(300), Duration.ofMillis(300));
        try (RawClient client = server.connectWebSocket();
                RawClient timed = server.connect()) {
            timed.send("GET /once HTTP/1.1\r\nHost: h\r\n\r\n");
            assertThat(timed.readResponse()).endsWith("/once");
            timed.expectEnd();
            client.sendText("still here");
            assertThat(server.nextReceiver().nextText()).isEqualTo("still here");
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

    @Test
    void connectionsAreSpreadOverTheLoops() throws Exception {
        server.close();
        server = newServer(2, TestServer.settings());
        AtomicInteger first = new AtomicInteger();
        RawClient[] clients = new RawClient[6];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = server.connectWebSocket();
            RecordingReceiver receiver = server.nextReceiver();
            first.addAndGet(receiver.loop == server.loops.loops().getFirst() ? 1 : 0);
            receiver.write("hello");
            assertThat(clients[i].readFrame().text()).isEqualTo("hello");
        }
        assertThat(first).hasValue(3);
        for (RawClient client : clients) {
            client.close();
        }
    }
}
