package dev.fanfare.benchmarks.publish;

import dev.fanfare.benchmarks.load.LoadFailure;
import dev.fanfare.benchmarks.load.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** How many events a server says it has published, as its metrics tell. */
final class Published {
    private static final String SERIES = "fanfare_events_published_total{app=\"" + Target.APP_ID + "\"} ";

    private Published() {}

    static long count(URI server) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/metrics")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(SERIES))
                    .mapToLong(line -> (long) Double.parseDouble(line.substring(SERIES.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new LoadFailure(server + " does not tell its metrics: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailure("Interrupted");
        }
    }
}
