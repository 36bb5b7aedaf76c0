package dev.fanfare.server.webhook;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads past what an endpoint says, so that its connection can be used again; but not for ever: the status is all that
 * counts. Used by the threads of the HTTP client, one after the other.
 */
final class DroppedBody implements HttpResponse.BodySubscriber<Void> {
    private static final int PATIENCE_BYTES = 16 * 1024;
    private static final int PATIENCE_SECONDS = 2;

    private final CompletableFuture<@Nullable Void> over =
            new CompletableFuture<@Nullable Void>().completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS);
    private int read;

    @Override
    public CompletionStage<Void> getBody() {
        return over.thenApply(nothing -> null);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        over.whenComplete((nothing, failure) -> subscription.cancel());
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read += buffer.remaining();
        }
        if (read > PATIENCE_BYTES) {
            over.complete(null);
        }
    }

    @Override
    public void onError(Throwable failure) {
        over.complete(null);
    }

    @Override
    public void onComplete() {
        over.complete(null);
    }
}
