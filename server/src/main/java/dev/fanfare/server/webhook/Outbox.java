package dev.fanfare.server.webhook;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.protocol.WebhookEvent;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** All queues of all endpoints, and what is kept of them in the store. Owned by the webhooks' thread. */
final class Outbox implements EndpointQueue.Outbound, AutoCloseable {
    /** How long attempts go on. */
    static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    private static final Logger LOG = System.getLogger(Outbox.class.getName());
    private static final String TABLE = "queue";
    private static final Duration GATHER = Duration.ofMillis(30);

    private final Apps apps;
    private final Store store;
    private final InstantSource clock;
    private final ScheduledExecutorService thread;
    private final WebhookSender sender;
    private final DeadLetters dead;
    private final Map<String, List<EndpointQueue>> queues = new HashMap<>();
    private final Map<String, AtomicLong> deliveredByApp = new ConcurrentHashMap<>();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong failedAttempts = new AtomicLong();
    private final AtomicLong given = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong waiting = new AtomicLong();
    private final CompletableFuture<Boolean> emptied = new CompletableFuture<>();
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
        sender = new WebhookSender(clock);
        dead = new DeadLetters(store);
        for (WebhookConfig endpoint : endpoints) {
            queues.computeIfAbsent(endpoint.appId(), id -> new ArrayList<>()).add(new EndpointQueue(endpoint, this));
        }
    }

    /** Whether the app has an endpoint. From any thread. */
    boolean isWanted(String appId) {
        return queues.containsKey(appId);
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

    private void requeue(QueuedEvent event) {
        for (EndpointQueue queue : queues.getOrDefault(event.appId(), List.of())) {
            if (queue.config().url().toString().equals(event.url())) {
                enqueue(queue, event);
                return;
            }
        }
        bury(event, "no such webhook is configured any more");
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
            waiting.incrementAndGet();
            return true;
        }
        if (dropped.getAndIncrement() == 0) {
            LOG.log(
                    Level.ERROR,
                    "The queue of webhook {0} is full, {1} events wait: events are dropped",
                    queue.config().url(),
                    queue.waiting());
        }
        return false;
    }

    private void pump() {
        pumping = false;
        queues.values().forEach(all -> all.forEach(EndpointQueue::pump));
        checkEmptied();
    }

    @Override
    public void send(WebhookConfig endpoint, List<QueuedEvent> events, Consumer<String> done) {
        App app = apps.byId(endpoint.appId());
        if (app == null) {
            done.accept("the app is not there any more");
            return;
        }
        List<String> json = events.stream().map(QueuedEvent::json).toList();
        sender.send(app, endpoint.url(), json, problem -> run(() -> done.accept(problem)));
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
            deliveredByApp
                    .computeIfAbsent(event.appId(), id -> new AtomicLong())
                    .incrementAndGet();
        }
        delivered.addAndGet(events.size());
        later(this::checkEmptied, Duration.ZERO);
    }

    private void forget(QueuedEvent event) {
        store.remove(TABLE, event.key());
        waiting.decrementAndGet();
    }

    @Override
    public boolean failed(WebhookConfig endpoint, List<QueuedEvent> events, int attempts, String reason) {
        failedAttempts.incrementAndGet();
        LOG.log(Level.DEBUG, "Webhook {0}: attempt {1} failed: {2}", endpoint.url(), attempts, reason);
        if (clock.millis() - events.getLast().millis() < GIVE_UP_AFTER.toMillis()) {
            return true;
        }
        LOG.log(
                Level.WARNING,
                "Webhook {0}: {1} events are given up after {2} attempts ({3}); `webhooks list` shows them",
                endpoint.url(),
                events.size(),
                attempts,
                reason);
        for (QueuedEvent event : events) {
            forget(event);
            bury(event, reason);
        }
        return false;
    }

    private void bury(QueuedEvent event, String reason) {
        store.remove(TABLE, event.key());
        given.incrementAndGet();
        dead.add(event, reason);
    }

    List<DeadLetter> deadLetters(String appId) {
        return dead.of(appId);
    }

    int replay(String appId, Set<String> ids) {
        List<QueuedEvent> events = dead.take(appId, ids);
        for (QueuedEvent old : events) {
            String key = "%019d".formatted(++sequence);
            QueuedEvent event = new QueuedEvent(key, appId, old.url(), clock.millis(), old.channel(), old.json());
            store.put(TABLE, key, event.text());
            requeue(event);
        }
        pump();
        return events.size();
    }

    /** Completed when nothing waits any more. */
    CompletableFuture<Boolean> emptied() {
        flushing = true;
        checkEmptied();
        return emptied;
    }

    private void checkEmptied() {
        if (flushing && waiting.get() == 0) {
            emptied.complete(true);
        }
    }

    WebhookCounts counts() {
        return new WebhookCounts(delivered.get(), failedAttempts.get(), given.get(), dropped.get(), waiting.get());
    }

    long delivered(String appId) {
        AtomicLong count = deliveredByApp.get(appId);
        return count == null ? 0 : count.get();
    }

    @Override
    public void close() {
        sender.close();
    }
}
