package dev.fanfare.sdk.pusher;

import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends events in their order, one request at a time: what comes while one is under way leaves together with the next, up to ten
 * events. The events of a request that was refused are sent one by one, so that one that is wrong spoils no other; if the server
 * fails on the way, the rest fails as well and nothing overtakes. Safe to use from several threads.
 */
final class Lane {
    private static final String PATH = "/batch_events";
    /** Above that nobody else may wait. */
    private static final int MAX_WAITING = 10_000;

    private final HttpApi http;
    /** Guarded by this. */
    private final ArrayDeque<Waiting> queue = new ArrayDeque<>();
    /** Guarded by this. */
    private boolean busy;

    /** @param item JSON of the event for one channel */
    private record Waiting(String item, CompletableFuture<Void> done) {}

    Lane(HttpApi http) {
        this.http = http;
    }

    /** Each future ends when the server has its event. */
    List<CompletableFuture<Void>> add(List<String> items) {
        List<CompletableFuture<Void>> all = new ArrayList<>(items.size());
        boolean first;
        synchronized (this) {
            for (String item : items) {
                CompletableFuture<Void> done = new CompletableFuture<>();
                all.add(done);
                if (queue.size() < MAX_WAITING) {
                    queue.add(new Waiting(item, done));
                } else {
                    done.completeExceptionally(new RealtimeException(
                            Kind.UNREACHABLE, MAX_WAITING + " events wait for the server already"));
                }
            }
            first = !busy;
            busy = true;
        }
        if (first) {
            sendNext();
        }
        return all;
    }

    private void sendNext() {
        List<Waiting> batch = next();
        if (batch.isEmpty()) {
            return;
        }
        post(batch).whenComplete((answer, problem) -> {
            if (problem != null && batch.size() > 1 && isOneEventsFault(cause(problem))) {
                sendSingly(batch, 0);
            } else {
                batch.forEach(waiting -> finish(waiting, problem));
                sendNext();
            }
        });
    }

    private synchronized List<Waiting> next() {
        List<Waiting> batch = new ArrayList<>(ProtocolLimits.EVENTS_PER_BATCH);
        while (!queue.isEmpty() && batch.size() < ProtocolLimits.EVENTS_PER_BATCH) {
            batch.add(queue.remove());
        }
        busy = !batch.isEmpty();
        return batch;
    }

    private void sendSingly(List<Waiting> batch, int index) {
        if (index == batch.size()) {
            sendNext();
            return;
        }
        Waiting waiting = batch.get(index);
        post(List.of(waiting)).whenComplete((answer, problem) -> {
            finish(waiting, problem);
            if (problem == null || isOneEventsFault(cause(problem))) {
                sendSingly(batch, index + 1);
            } else {
                batch.subList(index + 1, batch.size()).forEach(rest -> finish(rest, problem));
                sendNext();
            }
        });
    }

    private CompletableFuture<?> post(List<Waiting> batch) {
        String items = batch.stream().map(Waiting::item).collect(Collectors.joining(","));
        return http.post(PATH, "{\"batch\":[" + items + "]}");
    }

    private static void finish(Waiting waiting, @Nullable Throwable problem) {
        if (problem == null) {
            waiting.done.complete(null);
        } else {
            waiting.done.completeExceptionally(cause(problem));
        }
    }

    private static Throwable cause(Throwable problem) {
        return problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
    }

    /** Whether the others of the same request may still be well. */
    private static boolean isOneEventsFault(Throwable failure) {
        return failure instanceof RealtimeException refusal
                && switch (refusal.kind()) {
                    case TOO_LARGE, INVALID_CHANNEL, REFUSED -> true;
                    case UNAUTHORIZED, QUOTA, UNREACHABLE -> false;
                };
    }
}
