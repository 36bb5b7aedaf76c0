package dev.fanfare.conformance;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.Server;
import dev.fanfare.server.config.WebhookConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Servers that a test in another process may restart: {@code POST /servers} starts one and answers its port, {@code POST
 * /servers/{port}/restart} stops it and starts it again there. With an address as its query, a server tells all that happens to
 * the channels of app {@code counting} there.
 */
final class ServerControl implements BeforeAllCallback, AfterAllCallback {
    private final Map<Integer, Server> servers = new ConcurrentHashMap<>();
    private @Nullable HttpServer http;

    private HttpServer http() {
        return requireNonNull(http, "not started");
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http().getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String webhook = exchange.getRequestURI().getQuery();
        int port = path.length == 2 ? start(0, webhook) : restart(Integer.parseInt(path[2]));
        byte[] answer = Integer.toString(port).getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** Starts a server; 0 for any free port. */
    int start(int port) {
        return start(port, null);
    }

    private int start(int port, @Nullable String webhook) {
        List<WebhookConfig> webhooks = webhook == null
                ? List.of()
                : List.of(new WebhookConfig(
                        "counting", URI.create(webhook), EnumSet.allOf(WebhookKind.class), List.of(), true));
        Server server = Server.start(ConformanceServer.CONFIG
                .withPort(port)
                .with()
                .webhooks(webhooks)
                .build());
        servers.put(server.port(), server);
        return server.port();
    }

    /** Closes all connections of a server and takes new ones on the same port. */
    int restart(int port) {
        requireNonNull(servers.get(port), "no such server").close();
        return start(port);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        HttpServer created = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        created.createContext("/servers", this::handle);
        created.start();
        http = created;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        http().stop(0);
        servers.values().forEach(Server::close);
        servers.clear();
    }
}
