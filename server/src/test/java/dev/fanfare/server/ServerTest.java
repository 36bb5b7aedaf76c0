package dev.fanfare.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.CloseCode;
import dev.fanfare.server.config.ConfigException;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.TransportConfig.Kind;
import dev.fanfare.server.transport.TransportException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ServerTest {
    private static final ServerConfig CONFIG = ServerConfig.development().withPort(0);

    @Test
    void answersOnThePortItChose() throws IOException, InterruptedException {
        try (Server server = Server.start(CONFIG.withPathPrefix("/realtime"))) {
            assertThat(get(server, "/realtime/up")).isEqualTo(200);
            assertThat(get(server, "/realtime/ready")).isEqualTo(200);
            assertThat(server.isReady()).isTrue();
        }
    }

    @Test
    void isNotReadyOnceItCloses() {
        Server server = Server.start(CONFIG);

        server.close();

        assertThat(server.isReady()).isFalse();
    }

    @Test
    void asksItsClientsToComeBackWhenItCloses() throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Integer> closedWith = new CompletableFuture<>();
        CompletableFuture<Void> established = new CompletableFuture<>();
        WebSocket.Listener listener = new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence text, boolean last) {
                established.complete(null);
                webSocket.request(1);
                return null;
            }

            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
                closedWith.complete(code);
                return null;
            }
        };
        try (HttpClient client = HttpClient.newHttpClient();
                Server server = Server.start(CONFIG)) {
            URI address = URI.create("ws://127.0.0.1:" + server.port() + "/app/app-key?protocol=7");
            client.newWebSocketBuilder().buildAsync(address, listener).get(10, TimeUnit.SECONDS);
            established.get(10, TimeUnit.SECONDS);

            server.close();

            assertThat(closedWith.get(10, TimeUnit.SECONDS)).isEqualTo(CloseCode.SHUTTING_DOWN.code());
            client.shutdownNow();
        }
    }

    @Test
    void servesWithTheKindThatWasNamed() {
        try (Server server = Server.start(CONFIG.withTransport(Kind.NIO))) {
            assertThat(server.transport()).isEqualTo(Kind.NIO);
        }
    }

    @Test
    void refusesToServeTheDevelopmentAppToOthers() {
        assertThatThrownBy(() -> Server.start(CONFIG.withHost("0.0.0.0")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no app is configured");
    }

    @Test
    void portThatIsTakenIsNamedAndNothingIsLeftBehind() {
        try (Server server = Server.start(CONFIG)) {
            int port = server.port();

            assertThatThrownBy(() -> Server.start(CONFIG.withPort(port)))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("Port " + port)
                    .extracting(e -> ((TransportException) e).setting())
                    .isEqualTo("port");
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().startsWith("fanfare-loop"))
                    .as("loops of the one that runs")
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static int get(Server server, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI address = URI.create("http://127.0.0.1:" + server.port() + path);
            return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
