package dev.fanfare.server.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks servers over HTTP, each for seconds at most. */
final class Asking implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Duration patience;
    private final HttpClient client;

    Asking() {
        this(PATIENCE);
    }

    Asking(Duration patience) {
        this.patience = patience;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    HttpClient client() {
        return client;
    }

    HttpResponse<String> get(URI address) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(patience).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
