package dev.fanfare.server.webhook;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.protocol.WebhookEvent;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.server.store.Store;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** All queues of all endpoints, and what is kept of them in the store. Owned by the webhooks' thread. */
final class Outbox implements EndpointQueue.Outbound, AutoCloseable {
    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final String TABLE = "queue";
    private static final String NOT_CONFIGURED = "no such webhook is configured any more";
    private static final Duration GATHER = Duration.ofMillis(30);

    private final Apps apps;
    private final Store store;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;
    private final WebhookSender sender;
    private final DeadLetters dead;
    private final WebhookTally tally = new WebhookTally();
    private final CompletableFuture<Boolean> emptied = new CompletableFuture<>();
    /** By app. Replaced by the webhooks' thread, read by all. */
    private volatile Map<String, List<EndpointQueue>> queues = Map.of();

    private boolean flushing;
    private boolean pumping;
    private long sequence;

    Outbox(
            List<WebhookConfig> endpoints,
            Apps apps,
            Store store,
            InstantSource clock,
            ScheduledExecutorService thread) {
        this.apps = apps;
        this.store = store;
        this.clock = clock;
        this.thread = thread;
        sender = new WebhookSender(clock, WebhookSender.TIMEOUT);
        dead = new DeadLetters(store, clock);
        configure(endpoints);
    }

    /** What waits for an endpoint that is not there any more becomes dead letters. */
    final void configure(List<WebhookConfig> endpoints) {
        List<EndpointQueue> before = new ArrayList<>();
        queues.values().forEach(before::addAll);
        Map<String, List<EndpointQueue>> after = new HashMap<>();
        for (WebhookConfig endpoint : endpoints) {
            EndpointQueue queue = takeSame(before, endpoint);
            after.computeIfAbsent(endpoint.appId(), id -> new ArrayList<>()).add(queue);
        }
        queues = after;
        for (EndpointQueue queue : before) {
            for (QueuedEvent event : queue.abandon()) {
                forget(event);
                bury(event, NOT_CONFIGURED);
            }
        }
    }

    private EndpointQueue takeSame(List<EndpointQueue> queues, WebhookConfig endpoint) {
        for (EndpointQueue queue : queues) {
            if (queue.config().appId().equals(endpoint.appId())
                    && queue.config().url().equals(endpoint.url())) {
                queues.remove(queue);
                queue.configure(endpoint);
                return queue;
            }
        }
        return new EndpointQueue(endpoint, this, System::nanoTime);
    }

    /** Whether an endpoint of the app wants to be told. From any thread. */
    boolean wants(String appId, WebhookKind kind, String channel) {
        for (EndpointQueue queue : queues.getOrDefault(appId, List.of())) {
            if (queue.config().wants(kind, channel)) {
                return true;
            }
        }
        return false;
    }

    /** Goes on with what was due when the server ended the last time. */
    void resume() {
        Map<String, String> rows = store.read(TABLE);
        String last = dead.lastKey();
        for (Map.Entry<String, String> row : rows.entrySet()) {
            last = row.getKey().compareTo(last) > 0 ? row.getKey() : last;
            QueuedEvent event = QueuedEvent.read(row.getKey(), row.getValue());
            if (event != null) {
                requeue(event);
            }
        }
        sequence = last.isEmpty() ? 0 : Long.parseLong(last);
        if (!rows.isEmpty()) {
            LOG.log(Level.INFO, "{0} events for webhooks were due before the start, and are sent now", rows.size());
        }
        pump();
    }

    /** Returns false if the queue is full. */
    private boolean requeue(QueuedEvent event) {
        for (EndpointQueue queue : queues.getOrDefault(event.appId(), List.of())) {
            if (queue.config().url().toString().equals(event.url())) {
                return enqueue(queue, event);
            }
        }
        bury(event, NOT_CONFIGURED);
        return true;
    }

    void add(String appId, WebhookEvent event) {
        for (EndpointQueue queue : queues.getOrDefault(appId, List.of())) {
            if (queue.config().wants(event.kind(), event.channel())) {
                String key = "%019d".formatted(++sequence);
                String url = queue.config().url().toString();
                QueuedEvent queued = new QueuedEvent(key, appId, url, clock.millis(), event.channel(), event.json());
                if (enqueue(queue, queued)) {
                    store.put(TABLE, key, queued.text());
                }
            }
        }
        if (!pumping) {
            pumping = true;
            later(this::pump, GATHER);
        }
    }

    private boolean enqueue(EndpointQueue queue, QueuedEvent event) {
        if (queue.add(event)) {
            tally.entered();
            return true;
        }
        dropped(queue.waiting());
        return false;
    }

    /** From any thread. */
    void dropped(int waitingNow) {
        if (tally.dropped() == 0) {
            LOG.log(
                    Level.ERROR,
                    "{0} events for webhooks wait, and no more can: events are dropped, and only counted from now on",
                    waitingNow);
        }
    }

    private void pump() {
        pumping = false;
        queues.values().forEach(all -> all.forEach(EndpointQueue::pump));
        checkEmptied();
    }

    @Override
    public void send(WebhookConfig endpoint, List<QueuedEvent> events, Consumer<Outcome> done) {
        App app = apps.byId(endpoint.appId());
        if (app == null) {
            run(() -> done.accept(new Outcome(false, "the app is not there any more")));
            return;
        }
        List<String> json = events.stream().map(QueuedEvent::json).toList();
        sender.send(app, endpoint, json, outcome -> run(() -> done.accept(outcome)));
    }

    private void run(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            // The server has ended: what came of the request is not known, so it is sent again after the next start.
            return;
        }
    }

    @Override
    public void later(Runnable task, Duration delay) {
        thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void delivered(List<QueuedEvent> events) {
        for (QueuedEvent event : events) {
            forget(event);
            tally.delivered(event.appId());
        }
        later(this::checkEmptied, Duration.ZERO);
    }

    private void forget(QueuedEvent event) {
        store.remove(TABLE, event.key());
        tally.left();
    }

    @Override
    public void attemptFailed(WebhookConfig endpoint, int attempts, String reason) {
        tally.attemptFailed();
        LOG.log(Level.DEBUG, "Webhook {0}: attempt {1} failed: {2}", endpoint.url(), attempts, reason);
        later(this::checkEmptied, Duration.ZERO);
    }

    @Override
    public void givenUp(WebhookConfig endpoint, List<QueuedEvent> events, String reason) {
        LOG.log(
                Level.WARNING,
                "Webhook {0}: {1} events are given up ({2}); `webhooks list` shows them",
                endpoint.url(),
                events.size(),
                reason);
        for (QueuedEvent event : events) {
            forget(event);
            bury(event, reason);
        }
    }

    private void bury(QueuedEvent event, String reason) {
        store.remove(TABLE, event.key());
        tally.givenUp();
        dead.add(event, reason);
    }

    List<DeadLetter> deadLetters(String appId, String after, int limit) {
        return dead.of(appId, after, limit);
    }

    int replay(String appId, Set<String> ids) {
        int replayed = 0;
        for (DeadLetters.Letter letter : dead.take(appId, ids)) {
            QueuedEvent old = letter.event();
            String key = "%019d".formatted(++sequence);
            QueuedEvent event = new QueuedEvent(key, appId, old.url(), clock.millis(), old.channel(), old.json());
            if (requeue(event)) {
                store.put(TABLE, key, event.text());
                replayed++;
            } else {
                dead.add(old, letter.reason());
            }
        }
        pump();
        return replayed;
    }

    /** @param ids none for none, other than to {@link #replay} */
    int discard(String appId, Set<String> ids) {
        return ids.isEmpty() ? 0 : dead.take(appId, ids).size();
    }

    /** Completed when nothing waits any more but what the store keeps, for an attempt that is not due yet. */
    CompletableFuture<Boolean> emptied() {
        flushing = true;
        checkEmptied();
        return emptied;
    }

    private void checkEmptied() {
        if (flushing && (tally.waiting() == 0 || store.keeps() && isIdle())) {
            emptied.complete(true);
        }
    }

    private boolean isIdle() {
        return queues.values().stream().allMatch(all -> all.stream().allMatch(EndpointQueue::isIdle));
    }

    WebhookTally tally() {
        return tally;
    }

    @Override
    public void close() {
        sender.close();
    }
}
