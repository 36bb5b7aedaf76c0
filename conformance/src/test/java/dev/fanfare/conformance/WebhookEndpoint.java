package dev.fanfare.conformance;

import com.pusher.rest.Pusher;
import com.pusher.rest.data.Validity;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fanfare.testkit.TestApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A back end that is told of events. Checks every signature, also as the official SDK does. */
final class WebhookEndpoint implements AutoCloseable {
    private static final Pusher OFFICIAL =
            new Pusher(TestApp.DEVELOPMENT.id(), TestApp.DEVELOPMENT.key(), TestApp.DEVELOPMENT.secret());

    private final HttpServer server;
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger refused = new AtomicInteger();
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();

    private WebhookEndpoint(HttpServer server) {
        this.server = server;
    }

    static WebhookEndpoint start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        WebhookEndpoint endpoint = new WebhookEndpoint(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", endpoint::handle);
        server.start();
        return endpoint;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** What it answers from now on. */
    void answer(int code) {
        status.set(code);
    }

    /** JSON objects, in the order of their arrival; only of requests that were answered with 200. */
    List<String> events() {
        return events;
    }

    /** Requests that were not answered with 200. */
    int refused() {
        return refused.get();
    }

    /** What was wrong with requests. */
    List<String> wrong() {
        return wrong;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String text = new String(body, StandardCharsets.UTF_8);
        check(exchange, text);
        int code = status.get();
        if (code == 200) {
            for (JsonNode event : JsonMapper.shared().readTree(text).path("events")) {
                events.add(event.toString());
            }
        } else {
            refused.incrementAndGet();
        }
        if (code == 301) {
            exchange.getResponseHeaders().add("Location", url());
        }
        exchange.sendResponseHeaders(code, -1);
        exchange.close();
    }

    private void check(HttpExchange exchange, String body) {
        Validity validity = OFFICIAL.validateWebhookSignature(
                exchange.getRequestHeaders().getFirst("X-Pusher-Key"),
                exchange.getRequestHeaders().getFirst("X-Pusher-Signature"),
                body);
        if (validity != Validity.VALID) {
            wrong.add("pusher-http-java says " + validity + " of " + body);
        }
        if (!List.of("application/json").equals(exchange.getRequestHeaders().get("Content-Type"))) {
            wrong.add("Content-Type " + exchange.getRequestHeaders().get("Content-Type"));
        }
        if (!TestApp.DEVELOPMENT.key().equals(exchange.getRequestHeaders().getFirst("X-Pusher-Key"))) {
            wrong.add("X-Pusher-Key");
        }
        if (!TestApp.DEVELOPMENT.sign(body).equals(exchange.getRequestHeaders().getFirst("X-Pusher-Signature"))) {
            wrong.add("X-Pusher-Signature of " + body);
        }
        if (!JsonMapper.shared().readTree(body).path("time_ms").isIntegralNumber()) {
            wrong.add("time_ms of " + body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
