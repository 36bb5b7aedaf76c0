package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.protocol.CloseCode;
import dev.fanfare.server.config.TransportConfig.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the engine relies on, whichever class implements its {@code Connection}. Long, because it is the promises of one port, and
 * an implementation keeps all of them or none.
 */
abstract class ConnectionContract {
    private final Kind kind;
    private TestServer server;

    private final @Nullable TestCertificate certificate;

    ConnectionContract(Kind kind) {
        this(kind, null);
    }

    /** @param certificate null for plain connections */
    ConnectionContract(Kind kind, @Nullable TestCertificate certificate) {
        this.kind = kind;
        this.certificate = certificate;
    }

    private TestServer newServer(TransportSettings settings) {
        return new TestServer(kind, 1, settings, new HandshakeQuota(1, _ -> true), certificate);
    }

    /** What connections of this kind have to be. */
    abstract Class<?> connectionClass();

    @BeforeEach
    void start() {
        server = newServer(TestServer.settings());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void isOfTheClassThatIsTested() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            assertThat(server.nextReceiver().connection).isInstanceOf(connectionClass());
            assertThat(client.socket.isConnected()).isTrue();
        }
    }

    @Test
    void slicesArriveInTheirOrder() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            String large = "x".repeat(70_000);
            receiver.write("one", "two");
            receiver.writeParts(List.of("three"), List.of("y".repeat(200), large), List.of("four"));
            for (String expected : List.of("one", "two", "three", "y".repeat(200), large, "four")) {
                assertThat(client.readFrame().text()).isEqualTo(expected);
            }
        }
    }

    @Test
    void manyPartsThatNeedSeveralSendsArriveWhole() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            List<List<String>> parts = IntStream.range(0, 300)
                    .mapToObj(i -> List.of(i + "-".repeat(i * 4)))
                    .toList();
            receiver.writeParts(parts.toArray(List[]::new));
            for (List<String> part : parts) {
                assertThat(client.readFrame().text()).isEqualTo(part.getFirst());
            }
        }
    }

    @Test
    void closeComesBehindEverythingWritten() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            receiver.write("last words");
            receiver.call(connection -> connection.close(CloseCode.UNKNOWN_APP));
            assertThat(client.readFrame().text()).isEqualTo("last words");
            RawClient.Frame close = client.readFrame();
            assertThat(close.code()).isEqualTo(4001);
            assertThat(new String(close.payload(), 2, close.payload().length - 2, StandardCharsets.UTF_8))
                    .isEqualTo(CloseCode.UNKNOWN_APP.reason());
            client.sendClose(4001);
            client.expectEnd();
            receiver.awaitClosed();
        }
    }

    @Test
    void theEngineHearsOfTheEndWithoutWaitingForThePeer() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            receiver.call(connection -> connection.close(CloseCode.TERMINATED));
            receiver.awaitClosed();
            assertThat(client.readFrame().code()).isEqualTo(4009);
        }
    }

    @Test
    void onlyTheFirstCloseCounts() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            receiver.call(connection -> {
                connection.close(CloseCode.PONG_TIMEOUT);
                connection.close(CloseCode.UNKNOWN_APP);
            });
            assertThat(client.readFrame().code()).isEqualTo(4201);
            client.sendClose(4201);
            client.expectEnd();
            receiver.awaitClosed();
        }
    }

    @Test
    void writesAndPingsAfterACloseAreIgnored() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            receiver.call(connection -> connection.close(CloseCode.PONG_TIMEOUT));
            receiver.write("too late");
            receiver.call(connection -> connection.ping());
            assertThat(client.readFrame().code()).isEqualTo(4201);
            client.sendClose(4201);
            client.expectEnd();
            receiver.write("much too late");
            receiver.awaitClosed();
        }
    }

    @Test
    void aPeerThatDoesNotAnswerACloseIsEndedAllTheSame() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            receiver.call(connection -> connection.close(CloseCode.PONG_TIMEOUT));
            assertThat(client.readFrame().code()).isEqualTo(4201);
            client.sendText("I go on as if nothing had happened");
            client.expectEnd();
            receiver.awaitClosed();
            assertThat(receiver.texts).isEmpty();
        }
    }

    @Test
    void slowConsumerIsClosedInsteadOfBuffered() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            int written = 0;
            String text = "z".repeat(10_000);
            while (!receiver.closed.isDone() && written < 10_000) {
                receiver.write(text, text);
                written++;
            }
            receiver.awaitClosed();
            assertThat(server.transport.queuedBytes()).isLessThan(2 * TestServer.BUDGET);
            int frames = 0;
            RawClient.Frame frame = client.readFrame();
            while (frame.opcode() == RawClient.TEXT) {
                assertThat(frame.payload()).hasSize(10_000);
                frames++;
                frame = client.readFrame();
            }
            assertThat(frame.code()).isEqualTo(CloseCode.SLOW_CONSUMER.code());
            assertThat(frames).isPositive();
            client.sendClose(4100);
            client.expectEnd();
            await().untilAsserted(
                            () -> assertThat(server.transport.queuedBytes()).isZero());
        }
    }

    @Test
    void oneWriteLargerThanTheBudgetIsNeverCutInsideAFrame() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            String[] texts = IntStream.range(0, 2_000)
                    .mapToObj(i -> i + ":" + "w".repeat(5_000))
                    .toArray(String[]::new);
            receiver.write(texts);
            receiver.awaitClosed();
            int next = 0;
            RawClient.Frame frame = client.readFrame();
            while (frame.opcode() == RawClient.TEXT) {
                assertThat(frame.text()).isEqualTo(texts[next++]);
                frame = client.readFrame();
            }
            assertThat(frame.code()).isEqualTo(CloseCode.SLOW_CONSUMER.code());
        }
    }

    @Test
    void whatThePeerDoesNotTakeAtOnceArrivesLater() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            List<String> written = new ArrayList<>();
            while (server.transport.queuedBytes() == 0) {
                String text = written.size() + "v".repeat(20_000);
                receiver.write(text);
                written.add(text);
            }
            receiver.write("behind the queue");
            for (String expected : written) {
                assertThat(client.readFrame().text()).isEqualTo(expected);
            }
            assertThat(client.readFrame().text()).isEqualTo("behind the queue");
            await().untilAsserted(
                            () -> assertThat(server.transport.queuedBytes()).isZero());
            receiver.write("and on");
            assertThat(client.readFrame().text()).isEqualTo("and on");
        }
    }

    @Test
    void peerThatDisappearsIsReportedOnce() throws Exception {
        for (Ending ending : Ending.values()) {
            RawClient client = server.connectWebSocket();
            RecordingReceiver receiver = server.nextReceiver();
            switch (ending) {
                case CLOSE_FRAME -> client.sendClose(1001);
                case END_OF_INPUT -> client.close();
                case HALF_CLOSE -> client.socket.shutdownOutput();
                case RESET -> client.reset();
            }
            receiver.awaitClosed();
            receiver.write("to nobody");
            receiver.call(connection -> connection.close(CloseCode.PONG_TIMEOUT));
            assertThat(receiver.violations).as(ending.name()).isEmpty();
            client.close();
        }
    }

    private enum Ending {
        CLOSE_FRAME,
        END_OF_INPUT,
        HALF_CLOSE,
        RESET
    }

    @Test
    void peerThatResetsWhileFramesWaitIsReportedOnce() throws Exception {
        RawClient client = server.connectWebSocket();
        RecordingReceiver receiver = server.nextReceiver();
        while (server.transport.queuedBytes() == 0) {
            receiver.write("u".repeat(20_000));
        }
        client.reset();
        receiver.awaitClosed();
        await().untilAsserted(() -> assertThat(server.transport.queuedBytes()).isZero());
    }

    @Test
    void writingToAPeerThatIsGoneNeverCallsBack() throws Exception {
        RawClient client = server.connectWebSocket();
        RecordingReceiver receiver = server.nextReceiver();
        receiver.onLoop(() -> {
            reset(client);
            for (int i = 0; i < 50; i++) {
                receiver.connection.ping();
            }
        });
        receiver.awaitClosed();
    }

    private static void reset(RawClient client) {
        try {
            client.reset();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void pingsThePeerWithAnEmptyPingFrame() throws Exception {
        try (RawClient client = server.connectWebSocket()) {
            RecordingReceiver receiver = server.nextReceiver();
            receiver.call(connection -> connection.ping());
            RawClient.Frame ping = client.readFrame();
            assertThat(ping.opcode()).isEqualTo(RawClient.PING);
            assertThat(ping.payload()).isEmpty();
        }
    }

    @Test
    void refusalFromInsideTheOpeningReachesTheClient() throws Exception {
        server.onOpen = receiver -> receiver.connection.close(CloseCode.PATH_NOT_FOUND);
        try (RawClient client = server.connect()) {
            client.shakeHands("/nowhere");
            assertThat(client.readFrame().code()).isEqualTo(4005);
            RecordingReceiver receiver = server.nextReceiver();
            assertThat(receiver.request.appKey()).isNull();
            receiver.awaitClosed();
        }
    }

    @Test
    void shutdownTellsEveryPeerAndReportsEveryEndOnce() throws Exception {
        List<RecordingReceiver> receivers = new ArrayList<>();
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            clients.add(server.connectWebSocket());
            receivers.add(server.nextReceiver());
        }
        Thread stopping = Thread.ofVirtual().start(server.transport::close);
        for (RawClient client : clients) {
            assertThat(client.readFrame().code()).isEqualTo(4200);
            client.sendClose(4200);
            client.expectEnd();
            client.close();
        }
        receivers.forEach(RecordingReceiver::awaitClosed);
        stopping.join();
    }
}
