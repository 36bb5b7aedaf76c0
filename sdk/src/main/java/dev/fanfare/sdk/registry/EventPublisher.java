package dev.fanfare.sdk.registry;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where events of the application go: at once to the server, or into an outbox. Safe to use from several threads.
 */
@FunctionalInterface
public interface EventPublisher {
    /**
     * Publishes events in their order, each to all who are to hear of it.
     *
     * @param events records that the registry knows, or {@link dev.fanfare.sdk.OutboundEvent}s
     * @param exceptSocketId the connection that is not to hear of them; null for none
     * @return ends when they are published, or stored to be
     * @throws IllegalArgumentException if the registry does not know one of the records; nothing is published then
     */
    CompletionStage<Void> publishAll(List<?> events, @Nullable String exceptSocketId);

    /** Publishes one event, as {@link #publishAll(List, String)}. */
    default CompletionStage<Void> publish(Object event, @Nullable String exceptSocketId) {
        return publishAll(List.of(event), exceptSocketId);
    }

    /** Publishes one event to all. */
    default CompletionStage<Void> publish(Object event) {
        return publishAll(List.of(event), null);
    }

    /** Publishes events to all. */
    default CompletionStage<Void> publishAll(List<?> events) {
        return publishAll(events, null);
    }
}
