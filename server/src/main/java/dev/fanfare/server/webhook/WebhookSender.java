package dev.fanfare.server.webhook;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.Signer;
import dev.fanfare.protocol.WebhookEvent;
import dev.fanfare.server.config.WebhookConfig;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Sends one request of a webhook: stamped and signed when it leaves, so that a retry is as fresh as a first attempt. Follows
 * no redirect. Source: protocol section 7.1.
 */
final class WebhookSender implements AutoCloseable {
    /** How long an endpoint may take to answer. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(4);

    private final InstantSource clock;
    private final Duration timeout;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(threads)
            .build();

    WebhookSender(InstantSource clock, Duration timeout) {
        this.clock = clock;
        this.timeout = timeout;
    }

    /**
     * @param events JSON objects
     * @param done told what came of it, on any thread
     */
    void send(App app, WebhookConfig endpoint, List<String> events, Consumer<Outcome> done) {
        HttpRequest request;
        try {
            request = request(app, endpoint, WebhookEvent.body(clock.millis(), events));
        } catch (IllegalArgumentException e) {
            done.accept(Outcome.ofFailure(e));
            return;
        }
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, head -> new DroppedBody());
        answer.whenComplete((response, failure) ->
                done.accept(failure == null ? Outcome.ofStatus(response.statusCode()) : failed(failure)));
    }

    private HttpRequest request(App app, WebhookConfig endpoint, byte[] body) {
        String signature = new Signer(app.secrets().getFirst()).sign(body, 0, body.length);
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.url())
                .header("Content-Type", "application/json")
                .header("User-Agent", "Fanfare")
                .header("X-Pusher-Key", app.key())
                .header("X-Pusher-Signature", signature)
                .timeout(timeout)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        endpoint.headers().forEach(header -> request.setHeader(header.name(), header.value()));
        return request.build();
    }

    private static Outcome failed(Throwable failure) {
        Throwable cause = failure.getCause();
        return Outcome.ofFailure(failure instanceof CompletionException && cause != null ? cause : failure);
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
