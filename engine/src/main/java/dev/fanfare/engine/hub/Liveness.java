package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.CloseCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Finds the connections of one loop that have gone silent. No connection has a timer of its own: once a second a part of them
 * is looked at, so that each is looked at every {@value #PASS_SECONDS} seconds. Begun seconds do not count: nobody is closed
 * early, but up to a pass late. Owned by the loop.
 */
final class Liveness {
    /** How long it takes to look at every connection, in seconds. */
    static final int PASS_SECONDS = 5;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final LongSupplier ticker;
    private final int pongTimeoutSeconds;
    private final long start;
    private Subscriber[] subscribers = new Subscriber[16];
    private int size;
    private int cursor;
    private int seconds;

    /**
     * @param ticker nanoseconds, as {@link System#nanoTime}
     * @param pongTimeoutSeconds how long a peer may take to answer a ping
     */
    Liveness(LongSupplier ticker, int pongTimeoutSeconds) {
        this.ticker = ticker;
        this.pongTimeoutSeconds = pongTimeoutSeconds;
        start = ticker.getAsLong();
    }

    /** Nanoseconds on the node's ticker. */
    long now() {
        return ticker.getAsLong();
    }

    /** Whole seconds since the start, as of the last tick. */
    int seconds() {
        return seconds;
    }

    int size() {
        return size;
    }

    Subscriber subscriber(int index) {
        return subscribers[index];
    }

    void add(Subscriber subscriber) {
        if (size == subscribers.length) {
            subscribers = Arrays.copyOf(subscribers, size + (size >> 1));
        }
        subscriber.registered = size;
        subscribers[size++] = subscriber;
    }

    void remove(Subscriber subscriber) {
        Subscriber last = subscribers[--size];
        subscribers[subscriber.registered] = last;
        last.registered = subscriber.registered;
        Arrays.fill(subscribers, size, size + 1, null);
    }

    /** Advances the clock and looks at the next part of the connections. Called once a second. */
    void tick() {
        seconds = (int) ((ticker.getAsLong() - start) / NANOS_PER_SECOND);
        int visits = (size + PASS_SECONDS - 1) / PASS_SECONDS;
        for (int i = 0; i < visits && size > 0; i++) {
            if (cursor >= size) {
                cursor = 0;
            }
            check(subscribers[cursor++]);
        }
    }

    private void check(Subscriber subscriber) {
        App app = subscriber.app.app();
        int silence = seconds - subscriber.lastSeen;
        if (silence >= app.activityTimeoutSeconds()) {
            if (subscriber.pingedAt == 0) {
                subscriber.pingedAt = seconds;
                subscriber.connection.ping();
            } else if (seconds - subscriber.pingedAt > pongTimeoutSeconds) {
                subscriber.close(CloseCode.PONG_TIMEOUT);
                return;
            }
        } else {
            subscriber.pingedAt = 0;
        }
        Duration allowed = app.features().authorizationTimeout();
        if (!allowed.isZero() && !subscriber.authorized && seconds - subscriber.openedAt > allowed.toSeconds()) {
            subscriber.refuse(CloseCode.UNAUTHORIZED_IN_TIME);
        }
    }
}
