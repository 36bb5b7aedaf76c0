package dev.fanfare.testkit;

import dev.fanfare.server.Server;
import dev.fanfare.server.config.ServerConfig;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real server on a free port of loopback, for the tests of one class: <pre>
 * &#64;RegisterExtension
 * static final RealtimeServerExtension SERVER = RealtimeServerExtension.create();
 * </pre>
 * It starts before the first test and stops after the last.
 */
public final class RealtimeServerExtension implements BeforeAllCallback, AfterAllCallback {
    private final ServerConfig config;
    private @Nullable Server server;

    private RealtimeServerExtension(ServerConfig config) {
        this.config = config;
    }

    /** A server with the development app, which has every feature and the documented limits. */
    public static RealtimeServerExtension create() {
        return create(ServerConfig.development());
    }

    /** A server that is configured otherwise; its port does not matter. */
    public static RealtimeServerExtension create(ServerConfig config) {
        return new RealtimeServerExtension(config.withPort(0));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = Server.start(config);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        running().close();
    }

    private Server running() {
        Server started = server;
        if (started == null) {
            throw new IllegalStateException(
                    "The server has not been started, expected a static field with @RegisterExtension");
        }
        return started;
    }

    /** The port it listens on. */
    public int port() {
        return running().port();
    }

    /** {@code http://host:port}, what the HTTP API's paths are resolved against. */
    public URI uri() {
        return URI.create("http://" + config.host() + ":" + port());
    }

    /**
     * The address of a WebSocket.
     *
     * @param path with its query, such as {@code /app/app-key?protocol=7}
     */
    public URI webSocket(String path) {
        return URI.create("ws://" + config.host() + ":" + port() + path);
    }

    /** A new connection to the development app, established. */
    public TestClient client() throws IOException {
        return TestClient.open(webSocket("/app/" + TestApp.DEVELOPMENT.key() + "?protocol=7"));
    }

    /** The HTTP API of the development app. */
    public TestApi api() {
        return new TestApi(uri(), TestApp.DEVELOPMENT);
    }
}
