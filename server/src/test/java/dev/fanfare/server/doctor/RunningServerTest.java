package dev.fanfare.server.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningServerTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static App app(String id, String key, String secret, AppFeatures features) {
        return new App(id, key, List.of(new AppSecret(secret)), true, List.of(), 120, features, AppLimits.NONE);
    }

    private static final App APP = app("1", "k", "0123456789abcdef0123", AppFeatures.NONE);
    private static final ServerConfig CONFIG =
            ServerConfig.development().withPort(0).withApps(List.of(APP));

    private boolean examine(String url, ServerConfig config) {
        return new Doctor(new PrintStream(out, true, StandardCharsets.UTF_8), InstantSource.system())
                .examine(URI.create(url), config);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void aServerThatIsWellIsFoundWell() {
        try (Server server = Server.start(CONFIG.withPathPrefix("/realtime"))) {
            assertThat(examine("ws://127.0.0.1:" + server.port() + "/realtime/", CONFIG))
                    .isTrue();
        }
        assertThat(lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("ok "))
                .anyMatch(line -> line.contains("/realtime/ready is ready"))
                .anyMatch(line -> line.contains("Clients connect with the key of app 1"))
                .anyMatch(line -> line.contains("Back ends may publish as app 1"));
    }

    @Test
    void aKeyThatTheServerDoesNotKnowIsNamed() {
        App other = app("1", "other", "0123456789abcdef0123", AppFeatures.NONE);
        try (Server server = Server.start(CONFIG)) {
            assertThat(examine("http://127.0.0.1:" + server.port(), CONFIG.withApps(List.of(other))))
                    .isFalse();
        }
        assertThat(lines())
                .anyMatch(line -> line.startsWith("wrong Clients are refused") && line.contains("`key` differs"));
    }

    @Test
    void aSecretThatDiffersIsNamed() {
        App other = app("1", "k", "another-0123456789abcdef", AppFeatures.NONE);
        try (Server server = Server.start(CONFIG)) {
            assertThat(examine("http://127.0.0.1:" + server.port(), CONFIG.withApps(List.of(other))))
                    .isFalse();
        }
        assertThat(lines())
                .anyMatch(line ->
                        line.startsWith("wrong Back ends are refused: 401") && line.contains("`secret` differs"))
                .noneMatch(line -> line.contains("another-0123456789abcdef"));
    }

    @Test
    void aTlsOnlyAppOverPlainTextIsExplained() {
        AppFeatures features = new AppFeatures(false, false, false, false, true, java.time.Duration.ZERO);
        ServerConfig config = CONFIG.withApps(List.of(app("1", "k", "0123456789abcdef0123", features)));
        try (Server server = Server.start(config)) {
            assertThat(examine("http://127.0.0.1:" + server.port(), config)).isFalse();
        }
        assertThat(lines()).anyMatch(line -> line.contains("`tls-only`") && line.contains("`trusted-proxies`"));
    }

    @Test
    void aPortOnWhichNobodyListensIsExplained() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(examine("http://127.0.0.1:" + closed, CONFIG)).isFalse();
        assertThat(lines()).singleElement().asString().contains("Nobody listens on 127.0.0.1:" + closed, "`port`");
    }

    @Test
    void plainTextWhereTlsIsExpectedIsExplained() {
        try (Server server = Server.start(CONFIG)) {
            assertThat(examine("wss://127.0.0.1:" + server.port(), CONFIG)).isFalse();
        }
        assertThat(lines()).singleElement().asString().contains("is not trusted", "the port is plain HTTP");
    }

    @Test
    void aProxyThatDoesNotPassTheUpgradeOnIsRecognized() throws IOException {
        try (Server server = Server.start(CONFIG);
                AutoCloseable proxy = proxy(server.port())) {
            assertThat(proxy).isNotNull();
            assertThat(examine("http://127.0.0.1:" + proxyPort, CONFIG)).isFalse();
        } catch (Exception e) {
            throw new IOException(e);
        }
        assertThat(lines())
                .anyMatch(line -> line.contains("ready is ready"))
                .anyMatch(line -> line.contains("a proxy in front does not pass `Upgrade`"));
    }

    private int proxyPort;

    /** Answers for the server, as one that knows nothing of WebSocket. */
    private AutoCloseable proxy(int port) throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        proxyPort = proxy.getAddress().getPort();
        proxy.createContext("/", exchange -> {
            try (Asking asking = new Asking()) {
                var answer = asking.get(URI.create("http://127.0.0.1:" + port + exchange.getRequestURI()));
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(answer.statusCode(), body.length);
                exchange.getResponseBody().write(body);
            } finally {
                exchange.close();
            }
        });
        proxy.start();
        return () -> proxy.stop(0);
    }

    @Test
    void clocksThatDifferAreToldApart() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        other.start();
        URI address = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/");
        try {
            assertThat(Clock.against(address, InstantSource.system()).level()).isEqualTo(Finding.Level.OK);
            Finding late = Clock.against(address, () -> Instant.now().minusSeconds(900));
            assertThat(late.level()).isEqualTo(Finding.Level.WRONG);
            assertThat(late.text()).contains("s behind that of " + address);
        } finally {
            other.stop(0);
        }
        assertThat(Clock.against(address, InstantSource.system()).level()).isEqualTo(Finding.Level.NOTE);
    }
}
