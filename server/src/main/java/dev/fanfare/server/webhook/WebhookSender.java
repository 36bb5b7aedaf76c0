package dev.fanfare.server.webhook;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.WebhookEvent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Sends one request of a webhook: stamped and signed when it leaves, so that a retry is as fresh as a first attempt. Follows
 * no redirect. Source: protocol section 7.1.
 */
final class WebhookSender implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(4);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    WebhookSender(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param events JSON objects
     * @param done told, on any thread, what was wrong; an empty text if nothing was
     */
    void send(App app, URI url, List<String> events, Consumer<String> done) {
        byte[] body = WebhookEvent.body(clock.millis(), events);
        String signature = new Signer(app.secrets().getFirst()).sign(body, 0, body.length);
        HttpRequest request = HttpRequest.newBuilder(url)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Fanfare")
                .header("X-Pusher-Key", app.key())
                .header("X-Pusher-Signature", signature)
                .timeout(TIMEOUT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, head -> new DroppedBody());
        answer.whenComplete((response, failure) -> done.accept(failure == null ? problem(response) : reason(failure)));
    }

    private static String problem(HttpResponse<Void> response) {
        int status = response.statusCode();
        return status / HUNDRED == SUCCESS ? "" : "status " + status;
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
