package dev.fanfare.server.webhook;

import dev.fanfare.server.config.WebhookConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The events that wait for one endpoint, in order. A request that fails is sent again after a while, and holds back only the
 * channels in it: what one event does to an endpoint is nothing to the others. Owned by the webhooks' thread.
 */
final class EndpointQueue {
    static final int MAX_WAITING = 100_000;
    private static final int MAX_EVENTS = 100;
    private static final int MAX_CHARACTERS = 256 * 1024;
    /** Requests that are under way or wait for another attempt. */
    private static final int MAX_OPEN = 4;
    /** Events that are looked at for one request. */
    private static final int MAX_LOOKED_AT = 2_000;

    private final WebhookConfig config;
    private final Outbound outbound;
    private final Map<String, QueuedEvent> waiting = new LinkedHashMap<>();
    private final Set<String> heldChannels = new HashSet<>();
    private int open;

    /** What a queue needs of its owner. Called on the webhooks' thread. */
    interface Outbound {
        /** Sends the events in one request, and calls back with what was wrong, on the webhooks' thread. */
        void send(WebhookConfig endpoint, List<QueuedEvent> events, java.util.function.Consumer<String> done);

        void later(Runnable task, Duration delay);

        /** The endpoint has the events. */
        void delivered(List<QueuedEvent> events);

        /** An attempt failed. Returns whether to try again. */
        boolean failed(WebhookConfig endpoint, List<QueuedEvent> events, int attempts, String reason);
    }

    EndpointQueue(WebhookConfig config, Outbound outbound) {
        this.config = config;
        this.outbound = outbound;
    }

    WebhookConfig config() {
        return config;
    }

    int waiting() {
        return waiting.size();
    }

    /** Returns false if the queue is full. */
    boolean add(QueuedEvent event) {
        if (waiting.size() >= MAX_WAITING) {
            return false;
        }
        waiting.put(event.key(), event);
        return true;
    }

    /** Sends what may be sent. */
    void pump() {
        while (open < MAX_OPEN) {
            List<QueuedEvent> events = next();
            if (events.isEmpty()) {
                return;
            }
            open++;
            events.forEach(event -> heldChannels.add(event.channel()));
            attempt(events, 1);
        }
    }

    private List<QueuedEvent> next() {
        List<QueuedEvent> events = new ArrayList<>();
        Iterator<QueuedEvent> all = waiting.values().iterator();
        int characters = 0;
        for (int i = 0; i < MAX_LOOKED_AT && all.hasNext() && events.size() < MAX_EVENTS; i++) {
            QueuedEvent event = all.next();
            if (heldChannels.contains(event.channel())) {
                continue;
            }
            characters += event.json().length();
            if (!events.isEmpty() && (characters > MAX_CHARACTERS || !config.batch())) {
                break;
            }
            events.add(event);
        }
        events.forEach(event -> waiting.remove(event.key()));
        return events;
    }

    private void attempt(List<QueuedEvent> events, int attempts) {
        outbound.send(config, events, problem -> {
            if (problem.isEmpty()) {
                outbound.delivered(events);
                release(events);
            } else if (outbound.failed(config, events, attempts, problem)) {
                outbound.later(() -> attempt(events, attempts + 1), Backoff.after(attempts));
            } else {
                release(events);
            }
        });
    }

    private void release(List<QueuedEvent> events) {
        events.forEach(event -> heldChannels.remove(event.channel()));
        open--;
        pump();
    }

    /** Requests under way or waiting for another attempt. */
    int open() {
        return open;
    }
}
