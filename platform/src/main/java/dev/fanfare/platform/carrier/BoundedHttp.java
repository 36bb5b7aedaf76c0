package dev.fanfare.platform.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests that end in time, with answers that are no longer than they may be. The client's own timeout ends where the body of an
 * answer begins.
 */
final class BoundedHttp {
    private final HttpClient http;
    private final Duration longest;

    /** @param longest how long a call may take */
    BoundedHttp(HttpClient http, Duration longest) {
        this.http = http;
        this.longest = longest;
    }

    /**
     * What has come.
     *
     * @param body null if it is too long
     */
    record Answer(int status, HttpHeaders headers, byte @Nullable [] body) {}

    /** When a call has to be over, however many requests it takes. */
    record Deadline(long nanoTime) {
        /** @throws HttpTimeoutException if it has passed */
        Duration left() throws HttpTimeoutException {
            long left = nanoTime - System.nanoTime();
            if (left <= 0) {
                throw late();
            }
            return Duration.ofNanos(left);
        }
    }

    private static HttpTimeoutException late() {
        return new HttpTimeoutException("The answer has not come in time");
    }

    Deadline begin() {
        return new Deadline(System.nanoTime() + longest.toNanos());
    }

    Answer send(HttpRequest.Builder request, long mostBytes, Deadline deadline)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                http.send(request.timeout(deadline.left()).build(), HttpResponse.BodyHandlers.ofInputStream());
        CompletableFuture<Void> end = new CompletableFuture<>();
        try (InputStream body = answer.body()) {
            end.completeOnTimeout(null, deadline.left().toNanos(), TimeUnit.NANOSECONDS)
                    .thenRun(() -> close(body));
            return new Answer(answer.statusCode(), answer.headers(), read(answer, body, mostBytes));
        } catch (IOException e) {
            throw end.isDone() ? late() : e;
        } finally {
            end.cancel(false);
        }
    }

    /** Whoever waits for more of it then hears that there is none. */
    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte @Nullable [] read(HttpResponse<?> answer, InputStream body, long mostBytes) throws IOException {
        if (answer.headers().firstValueAsLong("Content-Length").orElse(0) > mostBytes) {
            return null;
        }
        byte[] bytes = body.readNBytes(Math.toIntExact(mostBytes + 1));
        return bytes.length > mostBytes ? null : bytes;
    }
}
