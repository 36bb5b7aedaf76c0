package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients of WebSockets are answered, good and bad ones, whatever serves the sockets. */
abstract class TransportContract extends HttpContract {
    /** Kept, so that the level stays as a test has set it. */
    private static final Logger DEFECTS = Logger.getLogger(WebSocketConnection.class.getName());

    TransportContract(Kind kind) {
        super(kind, null);
    }

    /** @param certificate null for plain connections */
    TransportContract(Kind kind, @Nullable TestCertificate certificate) {
        super(kind, certificate);
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
