package dev.fanfare.platform.poker;

import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A stream of server-sent events, with all that has come of it so far. */
final class Followed implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Followed(RunningPlatform platform, Caller caller, List<String> channels) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(platform.address("/api/realtime/sse?channels=" + String.join(",", channels)));
        if (!caller.token().isEmpty()) {
            request.header("Authorization", "Bearer " + caller.token());
        }
        Thread.ofVirtual().start(() -> read(request.build()));
    }

    private void read(HttpRequest request) {
        try {
            HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
            answer.body().forEach(lines::add);
        } catch (IOException e) {
            lines.add("ended");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasBegun() {
        return lines.stream().anyMatch(line -> line.contains("following"));
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
