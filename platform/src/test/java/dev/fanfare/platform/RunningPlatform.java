package dev.fanfare.platform;

import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole platform with its server and a database of its own, on free ports. */
public final class RunningPlatform implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningPlatform(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * One with an empty database of that kind.
     *
     * @param settings more of them, such as {@code --platform.demo=false}
     */
    public static RunningPlatform on(Database database, String... settings) {
        return start(database.empty(), settings);
    }

    /**
     * One with a database that there may have been before.
     *
     * @param databaseUrl for JDBC
     * @param settings more of them
     */
    public static RunningPlatform start(String databaseUrl, String... settings) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "--spring.datasource.url", databaseUrl,
                "--server.port", "0",
                "--fanfare.provider", "embedded",
                "--fanfare.host", "127.0.0.1",
                "--fanfare.port", "0",
                "--platform.status-grace", "500ms",
                "--platform.password-cost", "4"));
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            all.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        String[] arguments = all.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new RunningPlatform(SpringApplication.run(PlatformApplication.class, arguments));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** One of several of a type. */
    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A client of the server, connected. */
    public TestClient client() throws IOException {
        ClientConfig clients = bean(RealtimeService.class).getClientConfig();
        return TestClient.open(
                URI.create("ws://" + clients.host() + ":" + clients.port() + "/app/" + clients.key() + "?protocol=7"));
    }

    /** The next of these events, whatever comes before it. */
    public static ReceivedFrame heard(TestClient client, String event) {
        ReceivedFrame frame = client.await();
        while (!frame.event().equals(event)) {
            frame = client.await();
        }
        return frame;
    }

    /** Somebody who is signed in with a bearer token. */
    public Caller as(String name) throws IOException, InterruptedException {
        Answer answer = new Caller(this, "")
                .post("/api/sessions", "{\"email\":\"" + name + "@demo.test\",\"password\":\"fanfare\"}");
        return new Caller(this, answer.json().path("token").asString());
    }

    public Caller asNobody() {
        return new Caller(this, "");
    }

    /**
     * Whoever makes requests.
     *
     * @param token empty for nobody
     */
    public record Caller(RunningPlatform platform, String token) {
        public Answer get(String path) throws IOException, InterruptedException {
            return send(request(path).GET());
        }

        public Answer post(String path, String json) throws IOException, InterruptedException {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json)));
        }

        public Answer put(String path, String json) throws IOException, InterruptedException {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .PUT(HttpRequest.BodyPublishers.ofString(json)));
        }

        /** @param ifMatch the version that the caller knows, empty for none */
        public Answer patch(String path, String json, String ifMatch) throws IOException, InterruptedException {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .method("PATCH", HttpRequest.BodyPublishers.ofString(json));
            return send(ifMatch.isEmpty() ? request : request.header("If-Match", "\"" + ifMatch + "\""));
        }

        public Answer delete(String path) throws IOException, InterruptedException {
            return send(request(path).DELETE());
        }

        public Answer delete(String path, String json) throws IOException, InterruptedException {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .method("DELETE", HttpRequest.BodyPublishers.ofString(json)));
        }

        /** Subscribes a client, authorized if the channel needs it. */
        public void subscribe(TestClient client, String channel) throws IOException, InterruptedException {
            if (!channel.startsWith("private-") && !channel.startsWith("presence-")) {
                client.subscribe(channel);
                return;
            }
            Answer auth = post(
                    "/api/pusher/auth",
                    "{\"socket_id\":\"" + client.socketId() + "\",\"channel_name\":\"" + channel + "\"}");
            if (auth.status() != 200) {
                throw new AssertionError(channel + " " + auth);
            }
            client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                    + auth.body().replaceFirst("\\{", "{\"channel\":\"" + channel + "\",") + "}");
            client.await("pusher_internal:subscription_succeeded");
        }

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(platform.address(path));
            return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
        }

        private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return platform.send(request.build());
        }
    }

    public Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(answer.statusCode(), answer.body(), answer);
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
