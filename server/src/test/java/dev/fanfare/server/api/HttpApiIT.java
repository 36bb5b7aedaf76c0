package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.TransportConfig.Kind;
import dev.fanfare.server.transport.EventLoops;
import dev.fanfare.server.transport.Transport;
import dev.fanfare.server.transport.TransportSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The API over real sockets, on two loops. */
class HttpApiIT {
    private static final String EVENT = "{\"name\":\"e\",\"channel\":\"room\",\"data\":\"1\"}";

    private final EventLoops loops = EventLoops.start(Kind.AUTO, 2);
    private final Node node = Node.builder()
            .loops(loops.loops())
            .apps(new FixedApps(List.of(TestApi.APP)))
            .build();
    private final Transport transport;

    HttpApiIT() {
        node.start();
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(TestApi.NOW));
        ServerConfig config = ServerConfig.development().withPort(0);
        transport = Transport.start(
                loops,
                TransportSettings.of(config),
                node,
                HttpApi.onEveryLoop(() -> new HttpApi(node, config.api(), "", clock, TestApi.context())),
                null);
    }

    @AfterEach
    void close() {
        node.close();
        transport.close();
        loops.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", transport.address().getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything until the server closes its side. */
    private static List<TestAnswer> readAll(Socket socket) throws IOException {
        return TestAnswer.parse(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static String trigger(String body) {
        return TestApi.signed("POST", "/apps/3/events", "", body);
    }

    @Test
    void connectionServesManyRequestsAndClosesAfterTheLast() throws IOException {
        try (Socket socket = connect()) {
            for (int i = 0; i < 10; i++) {
                send(socket, trigger(EVENT.replace("room", "room" + i)));
                String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
                assertThat(new String(socket.getInputStream().readNBytes(answer.length()), StandardCharsets.UTF_8))
                        .isEqualTo(answer);
            }
            send(socket, trigger(EVENT).replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

            assertThat(readAll(socket)).singleElement().satisfies(answer -> answer.isOk("{}"));
        }
    }

    @Test
    void pipelineOfManyChannelsIsAnsweredInOrder() throws IOException {
        StringBuilder segment = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            segment.append(TestApi.signed("GET", "/apps/3/channels/presence-" + i, "info=user_count", ""));
            segment.append(i % 2 == 0 ? trigger(EVENT.replace("room", "room" + i)) : TestApi.request("GET", "/up", ""));
        }
        try (Socket socket = connect()) {
            send(socket, segment.toString());
            socket.shutdownOutput();

            List<TestAnswer> answers = readAll(socket);
            assertThat(answers.size()).as(answers.getLast().toString()).isEqualTo(400);
            assertThat(answers).allMatch(answer -> answer.status() == 200);
            for (int i = 0; i < 400; i += 4) {
                answers.get(i).isOk("{\"occupied\":false,\"user_count\":0}");
                answers.get(i + 1).isOk("{}");
                answers.get(i + 3).isOk("{\"health\":\"OK\"}");
            }
        }
    }

    @Test
    void clientThatReadsLateGetsEveryAnswer() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4_096);
            socket.setSoTimeout(10_000);
            socket.connect(transport.address());
            send(socket, TestApi.request("GET", "/up", "").repeat(3_000));
            socket.shutdownOutput();

            assertThat(readAll(socket).size()).isEqualTo(3_000);
        }
    }

    @Test
    void clientThatKeepsSendingStillGetsItsRefusal() throws IOException {
        String body = "x".repeat(4 << 20);
        try (Socket socket = connect()) {
            send(socket, "POST /apps/3/events HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n");
            send(socket, body);

            assertThat(readAll(socket)).singleElement().satisfies(answer -> answer.isProblem(413, "too large"));
        }
    }

    @Test
    void malformedRequestIsAnsweredBehindTheOneBeforeIt() throws IOException {
        try (Socket socket = connect()) {
            send(socket, trigger(EVENT) + "\0\r\n\r\n");

            assertThat(readAll(socket)).extracting(TestAnswer::status).containsExactly(200, 400);
        }
    }

    @Test
    void truncatedBodyIsNotPublished() throws IOException {
        try (Socket socket = connect()) {
            String request = trigger(EVENT);
            send(socket, request.substring(0, request.length() - 1));
            socket.shutdownOutput();

            assertThat(readAll(socket)).allMatch(answer -> answer.status() == 400);
        }
    }

    @Test
    void bodyIsSentWhenTheServerAsksForIt() throws IOException {
        String request = trigger(EVENT).replace("\r\n\r\n", "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n");
        int body = request.indexOf("\r\n\r\n") + 4;
        try (Socket socket = connect()) {
            send(socket, request.substring(0, body));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(25), StandardCharsets.UTF_8))
                    .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");

            send(socket, request.substring(body));
            assertThat(readAll(socket)).singleElement().satisfies(answer -> answer.isOk("{}"));
        }
    }
}
