package dev.fanfare.sdk.outbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** An HTTP API that fails for the channels it is told to fail for, and notes what it has taken. */
final class StubApi implements AutoCloseable {
    /** @param data as they came */
    record Taken(String channel, String name, JsonNode data) {}

    private final HttpServer server;
    private final Map<String, Integer> failing = new ConcurrentHashMap<>();
    /** Guarded by itself. */
    private final List<Taken> taken = new ArrayList<>();
    /** Guarded by taken. */
    private int requests;

    StubApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    RealtimeService service() {
        return RealtimeServices.create(RealtimeSettings.fromEnvironment(Map.of(
                "PUSHER_APP_ID",
                "1",
                "PUSHER_KEY",
                "k",
                "PUSHER_SECRET",
                "s",
                "PUSHER_HOST",
                "127.0.0.1",
                "PUSHER_PORT",
                String.valueOf(server.getAddress().getPort()))));
    }

    /** Answers requests with an event for the channel with the status, and takes nothing of them. */
    void fail(String channel, int status) {
        failing.put(channel, status);
    }

    void mend(String channel) {
        failing.remove(channel);
    }

    List<Taken> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    /** The names of the events of a channel, in order. */
    List<String> names(String channel) {
        return taken().stream()
                .filter(event -> event.channel.equals(channel))
                .map(Taken::name)
                .toList();
    }

    int requests() {
        synchronized (taken) {
            return requests;
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode batch = JsonMapper.shared()
                .readTree(exchange.getRequestBody().readAllBytes())
                .path("batch");
        List<Taken> events = new ArrayList<>();
        int status = 200;
        for (JsonNode event : batch) {
            String channel = event.path("channel").asString();
            status = Math.max(status, failing.getOrDefault(channel, 200));
            events.add(new Taken(
                    channel,
                    event.path("name").asString(),
                    data(event.path("data").asString())));
        }
        synchronized (taken) {
            requests++;
            if (status == 200) {
                taken.addAll(events);
            }
        }
        byte[] body = (status == 200 ? "{}" : "no").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static JsonNode data(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
