package dev.fanfare.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.server.config.WebhookHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against an endpoint that answers what a test wants, byte for byte. */
@Timeout(30)
class WebhookSenderTest {
    private static final AppSecret OLDEST = new AppSecret("oldest-secret");
    private static final App APP = new App(
            "app",
            "the-key",
            List.of(OLDEST, new AppSecret("newest-secret")),
            true,
            List.of(),
            120,
            AppFeatures.DEVELOPMENT,
            AppLimits.DEFAULT);

    private final WebhookSender sender =
            new WebhookSender(() -> Instant.ofEpochMilli(1_327_078_148_132L), Duration.ofMillis(500));
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private ServerSocket listening;

    private interface Answer {
        void write(OutputStream out) throws IOException;
    }

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        sender.close();
        listening.close();
    }

    private void answerWith(Answer answer) {
        Thread.ofVirtual().start(() -> {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    requests.add(request(socket.getInputStream()));
                    answer.write(socket.getOutputStream());
                } catch (IOException e) {
                    requests.add("the sender has hung up: " + e);
                }
            }
        });
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (!text.toString().endsWith("]}")) {
            text.append((char) in.read());
        }
        return text.toString();
    }

    private void answerWith(String answer) {
        answerWith(out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Outcome send(WebhookHeader... headers) throws Exception {
        URI url = URI.create("http://127.0.0.1:" + listening.getLocalPort() + "/hooks?a=b");
        WebhookConfig endpoint =
                new WebhookConfig("app", url, EnumSet.allOf(WebhookKind.class), List.of(), true, List.of(headers));
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        sender.send(APP, endpoint, List.of("{\"name\":\"a\"}", "{\"name\":\"b\"}"), outcome::complete);
        return outcome.get(20, TimeUnit.SECONDS);
    }

    @Test
    void requestIsStampedAndSignedWithTheOldestSecret() throws Exception {
        answerWith("HTTP/1.1 204 No Content\r\n\r\n");

        assertThat(send(new WebhookHeader("X-Token", "abc"), new WebhookHeader("User-Agent", "mine")))
                .isEqualTo(new Outcome(true, ""));

        String body = "{\"time_ms\":1327078148132,\"events\":[{\"name\":\"a\"},{\"name\":\"b\"}]}";
        assertThat(requests.take())
                .startsWith("POST /hooks?a=b HTTP/1.1\r\n")
                .endsWith("\r\n\r\n" + body)
                .contains("Content-Type: application/json\r\n")
                .contains("X-Pusher-Key: the-key\r\n")
                .contains("X-Pusher-Signature: " + new Signer(OLDEST).sign(body))
                .contains("X-Token: abc\r\n")
                .contains("User-Agent: mine\r\n")
                .doesNotContain("secret");
    }

    @Test
    void every2xxIsSuccessAndNothingElse() throws Exception {
        for (int status : new int[] {200, 201, 204, 299}) {
            assertThat(Outcome.ofStatus(status).isSuccess()).isTrue();
        }
        answerWith("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n");
        assertThat(send()).isEqualTo(new Outcome(true, "status 500"));
    }

    @Test
    void redirectIsNotFollowed() throws Exception {
        answerWith("HTTP/1.1 301 Moved\r\nLocation: http://127.0.0.1:" + listening.getLocalPort()
                + "/other\r\nContent-Length: 0\r\n\r\n");

        assertThat(send()).isEqualTo(new Outcome(true, "status 301"));
        assertThat(requests).as("before the outcome was known").hasSize(1);
    }

    @Test
    void endpointThatSaysNothingIsGivenUp() throws Exception {
        BlockingQueue<String> end = new LinkedBlockingQueue<>();
        answerWith(_ -> takeOne(end));

        Outcome outcome = send();
        end.add("now");

        assertThat(outcome.answered()).isFalse();
        assertThat(outcome.problem()).contains("timed out");
    }

    @Test
    void bodyWithoutEndIsCutOff() throws Exception {
        answerWith(out -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(new byte[1_000]);
            }
        });

        assertThat(send().isSuccess()).isTrue();
        requests.take();
        assertThat(requests.take()).startsWith("the sender has hung up");
    }

    @Test
    void bodyThatNeverComesIsNotWaitedFor() throws Exception {
        BlockingQueue<String> end = new LinkedBlockingQueue<>();
        answerWith(out -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            takeOne(end);
        });

        assertThat(send().isSuccess()).isTrue();
        end.add("now");
    }

    private static void takeOne(BlockingQueue<String> queue) throws IOException {
        try {
            queue.take();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void garbageIsAFailure() throws Exception {
        answerWith("\u0000\u0001 what is this?\r\n\r\n");

        Outcome outcome = send();

        assertThat(outcome.answered()).isFalse();
        assertThat(outcome.isSuccess()).isFalse();
    }

    @Test
    void headsWithoutEndAreCutOff() throws Exception {
        answerWith(out -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(("X-More: " + "x".repeat(500) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        });

        assertThat(send().isSuccess()).isFalse();
    }

    @Test
    void nobodyListeningIsAFailure() throws Exception {
        listening.close();

        assertThat(send().answered()).isFalse();
    }
}
