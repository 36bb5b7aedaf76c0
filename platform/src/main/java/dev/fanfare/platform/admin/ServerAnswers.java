package dev.fanfare.platform.admin;

import dev.fanfare.platform.web.Problem;
import dev.fanfare.sdk.RealtimeException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the realtime server, which may be elsewhere, and no longer than people do. */
final class ServerAnswers {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private ServerAnswers() {}

    /** @throws RealtimeException if it says no, or nothing */
    static <T> T waitFor(CompletionStage<T> answer) {
        try {
            return answer.toCompletableFuture().get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RealtimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The realtime server could not be asked", e);
        } catch (TimeoutException e) {
            throw new RealtimeException(RealtimeException.Kind.UNREACHABLE, 0, "The realtime server takes its time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RealtimeException(RealtimeException.Kind.UNREACHABLE, 0, "The platform is going", e);
        }
    }

    /** @throws Problem 503 if it says no, or nothing */
    static <T> T get(CompletionStage<T> answer) {
        try {
            return waitFor(answer);
        } catch (RealtimeException e) {
            throw Problem.unavailable(
                    "server_unavailable",
                    e.kind() == RealtimeException.Kind.UNREACHABLE
                            ? "The realtime server does not answer"
                            : "The realtime server does not do that");
        }
    }
}
