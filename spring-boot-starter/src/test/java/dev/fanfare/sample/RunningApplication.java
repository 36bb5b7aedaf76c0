package dev.fanfare.sample;

import dev.fanfare.embedded.EmbeddedRealtimeService;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application on a free port, with whom clients and browsers of the tests speak. */
public final class RunningApplication implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private RunningApplication(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** With the server inside it, on a free port as well. */
    public static RunningApplication embedded(Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of("--fanfare.provider=embedded", "--fanfare.port=0"));
        all.addAll(List.of(properties));
        return run(application, all.toArray(String[]::new));
    }

    /** With nothing but these properties. */
    public static RunningApplication run(Class<?> application, String... properties) {
        List<String> all = new ArrayList<>(List.of("--server.port=0", "--spring.main.banner-mode=off"));
        all.addAll(List.of(properties));
        return new RunningApplication(
                SpringApplication.run(new Class<?>[] {application, SignIn.class}, all.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    /** Where the application answers. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A new connection to the server inside it. */
    public TestClient client() throws IOException {
        int port = bean(RealtimeService.class)
                .unwrap(EmbeddedRealtimeService.class)
                .server()
                .port();
        return TestClient.open(URI.create("ws://127.0.0.1:" + port + "/app/app-key?protocol=7"));
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    /** @param user empty for nobody */
    public HttpResponse<String> post(String path, String form, String user) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        return send(user.isEmpty() ? request : request.header(SignIn.HEADER, user));
    }

    public static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Asks the application as a client does, and subscribes with its answer. */
    public ReceivedFrame subscribe(TestClient client, String channel, String user)
            throws IOException, InterruptedException {
        String form = "socket_id=" + client.socketId() + "&channel_name=" + channel;
        String auth = post("/pusher/auth", form, user).body();
        client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                + auth.replaceFirst("\\{", "{\"channel\":\"" + channel + "\",") + "}");
        return client.await("pusher_internal:subscription_succeeded");
    }

    /** The next frame of this event, whatever comes before it. */
    public static ReceivedFrame awaitEvent(TestClient client, String event) {
        ReceivedFrame frame = client.await();
        while (!frame.event().equals(event)) {
            frame = client.await();
        }
        return frame;
    }

    @Override
    public void close() {
        context.close();
    }
}
