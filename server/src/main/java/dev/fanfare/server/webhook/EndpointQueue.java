package dev.fanfare.server.webhook;

import dev.fanfare.server.config.WebhookConfig;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The events that wait for one endpoint, each channel's in order. A request that fails is sent again after a while, and holds
 * back only the channels in it. If it looks as if the endpoint cannot bear one of its events, each of them goes alone from
 * then on, so that one event takes no other with it. Owned by the webhooks' thread.
 */
final class EndpointQueue {
    /** How long attempts go on. */
    static final Duration GIVE_UP_AFTER = Duration.ofMinutes(5);

    static final int MAX_WAITING = 100_000;
    static final int MAX_IN_FLIGHT = 4;
    /** Requests under way or waiting for another attempt. */
    static final int MAX_OPEN = 64;

    private static final long MAX_CHARACTERS_WAITING = 64L * 1024 * 1024;
    private static final int MAX_EVENTS = 100;
    private static final int MAX_CHARACTERS = 256 * 1024;

    private final Outbound outbound;
    private final LongSupplier ticker;
    private final Map<String, Line> lines = new HashMap<>();
    /** Lines that something can be sent of. */
    private final Deque<Line> ready = new ArrayDeque<>();

    private WebhookConfig config;
    private int waiting;
    private long characters;
    private int inFlight;
    private int open;
    private long successes;

    /** What a queue needs of its owner. Called on the webhooks' thread. */
    interface Outbound {
        /** Sends the events in one request, and calls back with what was wrong, on the webhooks' thread. */
        void send(WebhookConfig endpoint, List<QueuedEvent> events, Consumer<Outcome> done);

        void later(Runnable task, Duration delay);

        /** The endpoint has the events. */
        void delivered(List<QueuedEvent> events);

        /** A request failed; the events will be sent again, or {@link #givenUp} follows. */
        void attemptFailed(WebhookConfig endpoint, int attempts, String reason);

        /** The events will not be sent again. */
        void givenUp(WebhookConfig endpoint, List<QueuedEvent> events, String reason);
    }

    /**
     * An event in its line.
     *
     * @param since when it came, in nanoseconds of the ticker
     * @param alone whether its request holds no other
     */
    private record Entry(QueuedEvent event, long since, boolean alone) {
        Entry sentAlone() {
            return new Entry(event, since, true);
        }
    }

    /** The events of one channel. Held while a request with its first events is open. */
    private static final class Line {
        final String channel;
        final Deque<Entry> entries = new ArrayDeque<>();
        boolean held;

        Line(String channel) {
            this.channel = channel;
        }
    }

    /** @param ticker nanoseconds */
    EndpointQueue(WebhookConfig config, Outbound outbound, LongSupplier ticker) {
        this.config = config;
        this.outbound = outbound;
        this.ticker = ticker;
    }

    WebhookConfig config() {
        return config;
    }

    /** Holds for events that come from now on; those that wait are sent with it. */
    void configure(WebhookConfig newConfig) {
        config = newConfig;
    }

    int waiting() {
        return waiting;
    }

    /** Whether all there is to do is to wait for another attempt. */
    boolean isIdle() {
        return inFlight == 0 && (ready.isEmpty() || open >= MAX_OPEN);
    }

    /** Returns false if the queue is full. */
    boolean add(QueuedEvent event) {
        if (waiting >= MAX_WAITING || characters >= MAX_CHARACTERS_WAITING) {
            return false;
        }
        Line line = lines.computeIfAbsent(event.channel(), Line::new);
        enter(new Entry(event, ticker.getAsLong(), false), line, false);
        if (!line.held && line.entries.size() == 1) {
            ready.addLast(line);
        }
        return true;
    }

    private void enter(Entry entry, Line line, boolean asFirst) {
        if (asFirst) {
            line.entries.addFirst(entry);
        } else {
            line.entries.addLast(entry);
        }
        waiting++;
        characters += entry.event.json().length();
    }

    /** Takes out what no request has been made of. */
    List<QueuedEvent> abandon() {
        List<QueuedEvent> abandoned = new ArrayList<>();
        for (Line line : lines.values()) {
            line.entries.forEach(entry -> abandoned.add(entry.event));
            line.entries.clear();
        }
        lines.values().removeIf(line -> !line.held);
        ready.clear();
        waiting = 0;
        characters = 0;
        return abandoned;
    }

    /** Sends what may be sent. */
    void pump() {
        while (inFlight < MAX_IN_FLIGHT && open < MAX_OPEN && !ready.isEmpty()) {
            open++;
            attempt(next(), 1);
        }
    }

    private List<Entry> next() {
        List<Entry> request = new ArrayList<>();
        int size = 0;
        while (!ready.isEmpty() && fits(ready.getFirst().entries.getFirst(), request, size)) {
            Line line = ready.removeFirst();
            line.held = true;
            while (!line.entries.isEmpty() && fits(line.entries.getFirst(), request, size)) {
                Entry entry = line.entries.removeFirst();
                request.add(entry);
                size += entry.event.json().length();
                waiting--;
                characters -= entry.event.json().length();
            }
        }
        request.sort(Comparator.comparing(entry -> entry.event.key()));
        return request;
    }

    private boolean fits(Entry entry, List<Entry> request, int size) {
        if (request.isEmpty()) {
            return true;
        }
        return config.batch()
                && !entry.alone
                && !request.getFirst().alone
                && request.size() < MAX_EVENTS
                && size + entry.event.json().length() <= MAX_CHARACTERS;
    }

    private void attempt(List<Entry> request, int attempts) {
        inFlight++;
        long successesBefore = successes;
        List<QueuedEvent> events = request.stream().map(Entry::event).toList();
        outbound.send(config, events, outcome -> {
            inFlight--;
            if (outcome.isSuccess()) {
                successes++;
                outbound.delivered(events);
                release(request);
                return;
            }
            outbound.attemptFailed(config, attempts, outcome.problem());
            boolean tooOld = ticker.getAsLong() - request.getLast().since >= GIVE_UP_AFTER.toNanos();
            if (request.size() > 1 && (successes > successesBefore || tooOld && outcome.answered())) {
                putBack(request);
                release(request);
            } else if (tooOld) {
                outbound.givenUp(config, events, outcome.problem());
                release(request);
            } else {
                outbound.later(() -> attempt(request, attempts + 1), Backoff.after(attempts));
                pump();
            }
        });
    }

    private void putBack(List<Entry> request) {
        ListIterator<Entry> backwards = request.listIterator(request.size());
        while (backwards.hasPrevious()) {
            Entry entry = backwards.previous();
            enter(entry.sentAlone(), line(entry), true);
        }
    }

    private void release(List<Entry> request) {
        open--;
        for (Line line : new LinkedHashSet<>(request.stream().map(this::line).toList())) {
            line.held = false;
            if (line.entries.isEmpty()) {
                lines.remove(line.channel);
            } else {
                ready.addLast(line);
            }
        }
        pump();
    }

    private Line line(Entry entry) {
        return Objects.requireNonNull(lines.get(entry.event.channel()), "line");
    }
}
