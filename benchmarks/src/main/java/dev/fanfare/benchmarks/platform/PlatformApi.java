package dev.fanfare.benchmarks.platform;

import dev.fanfare.benchmarks.load.LoadFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The platform's routes, for one user. Safe to use from several threads.
 *
 * @param token empty for nobody
 */
record PlatformApi(HttpClient http, URI platform, String token) {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static PlatformApi of(URI platform) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new PlatformApi(http, platform, "");
    }

    /** A demo account. */
    PlatformApi signedIn(String name) {
        JsonNode session = json("/api/sessions", "{\"email\":\"" + name + "@demo.test\",\"password\":\"fanfare\"}");
        return new PlatformApi(http, platform, session.path("token").asString());
    }

    /** Where browsers connect, as the platform tells them. */
    URI realtime() {
        JsonNode config = JsonMapper.shared()
                .readTree(send(request("/api/realtime/config").GET()));
        return URI.create("ws://" + config.path("host").asString() + ":"
                + config.path("port").asInt() + "/app/" + config.path("key").asString() + "?protocol=7");
    }

    JsonNode json(String path, String body) {
        return JsonMapper.shared().readTree(post(path, body));
    }

    /** @throws LoadFailure unless it is answered with 200 or 201 */
    String post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(platform.resolve(path)).timeout(LONGEST);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private String send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() > 201) {
                throw new LoadFailure(request + " was answered with " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new LoadFailure(request + " failed: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Interrupted");
        }
    }
}
