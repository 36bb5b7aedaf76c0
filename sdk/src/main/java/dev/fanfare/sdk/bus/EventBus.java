package dev.fanfare.sdk.bus;

import dev.fanfare.sdk.registry.EventPublisher;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from one part of an application to others, in memory: who publishes waits for nobody, and each subscription gets its
 * events in their order on a virtual thread of its own. What has to survive the end of the process belongs into an
 * {@link dev.fanfare.sdk.outbox.Outbox}. Safe to use from several threads.
 */
public final class EventBus implements AutoCloseable {
    private final BusSettings settings;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final AtomicLong deadLetters = new AtomicLong();

    public EventBus(BusSettings settings) {
        this.settings = settings;
    }

    /**
     * Calls somebody for each event of a type from now on.
     *
     * @return ends it when it is closed
     */
    public Subscription subscribe(String type, EventHandler handler) {
        Subscription subscription =
                new Subscription(type, handler, settings, deadLetters::incrementAndGet, subscriptions::remove);
        subscriptions.add(subscription);
        subscription.start();
        return subscription;
    }

    /**
     * Tells clients of each event of a type.
     *
     * @param projection makes the record that is published; null from it for none
     */
    public Subscription forward(
            String type, EventPublisher publisher, Function<DomainEvent, ? extends @Nullable Object> projection) {
        return subscribe(type, event -> {
            Object published = projection.apply(event);
            if (published != null) {
                publisher.publish(published).toCompletableFuture().get();
            }
        });
    }

    /** Tells all who have subscribed to events of this type. Returns at once. */
    public void publish(DomainEvent event) {
        for (Subscription subscription : subscriptions) {
            if (subscription.type().equals(event.type())) {
                subscription.offer(event);
            }
        }
    }

    /** What all subscriptions have given up, the oldest first; no two have the same number. */
    public List<DeadLetter> deadLetters() {
        return subscriptions.stream()
                .flatMap(subscription -> subscription.deadLetters().stream())
                .sorted(Comparator.comparingLong(DeadLetter::number))
                .toList();
    }

    /** As {@link Subscription#replay}, whichever it was. */
    public boolean replay(long number) {
        return subscriptions.stream().anyMatch(subscription -> subscription.replay(number));
    }

    /** As {@link Subscription#discard}, whichever it was. */
    public boolean discard(long number) {
        return subscriptions.stream().anyMatch(subscription -> subscription.discard(number));
    }

    /** Ends all subscriptions once the events that wait have been handled, without further retries. */
    @Override
    public void close() {
        subscriptions.forEach(Subscription::drain);
    }
}
