package dev.fanfare.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Signed calls of the HTTP API, as the back end of an app makes them. May be shared by threads. */
public final class TestApi {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI server;
    private final TestApp app;

    /** @param server {@code http://host:port} */
    public TestApi(URI server, TestApp app) {
        this.server = server;
        this.app = app;
    }

    /** Publishes one event to one channel; fails unless the answer is 200. */
    public void trigger(String channel, String event, String data) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("name", event, "channel", channel, "data", data));
        ApiAnswer answer = post("/apps/" + app.id() + "/events", body);
        if (answer.status() != 200) {
            throw new AssertionError("Publishing " + body + " was answered with " + answer);
        }
    }

    public ApiAnswer get(String path) {
        return call("GET", path, "");
    }

    public ApiAnswer post(String path, String body) {
        return call("POST", path, body);
    }

    /**
     * Signs and sends any request.
     *
     * @param path from {@code /apps} on, with its query and without signature; of what may need escaping only
     *     {@code #} is escaped, after signing
     */
    public ApiAnswer call(String method, String path, String body) {
        return send(method, signed(method, path, body), body);
    }

    /** The path with everything that makes it a signed one. */
    public String signed(String method, String path, String body) {
        int mark = path.indexOf('?');
        String plainPath = mark < 0 ? path : path.substring(0, mark);
        Map<String, String> query = new TreeMap<>();
        if (mark >= 0) {
            for (String pair : path.substring(mark + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                query.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        query.putIfAbsent("auth_key", app.key());
        query.putIfAbsent("auth_timestamp", Long.toString(Instant.now().getEpochSecond()));
        query.putIfAbsent("auth_version", "1.0");
        if (!body.isEmpty()) {
            query.putIfAbsent("body_md5", TestApp.md5(body.getBytes(StandardCharsets.UTF_8)));
        }
        String pairs = query.entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining("&"));
        String signature = app.sign(method + "\n" + plainPath + "\n" + pairs);
        return (plainPath + "?" + pairs).replace("#", "%23") + "&auth_signature=" + signature;
    }

    /** Sends a request as it is. */
    public ApiAnswer send(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .timeout(TIMEOUT)
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new ApiAnswer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new AssertionError("No answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted during " + method + " " + path, e);
        }
    }
}
