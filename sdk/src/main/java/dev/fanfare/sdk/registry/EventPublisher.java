package dev.fanfare.sdk.registry;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Where events of the application go: at once to the server, or into an outbox. Safe to use from several threads.
 */
@FunctionalInterface
public interface EventPublisher {
    /**
     * Publishes one event to all who are to hear of it.
     *
     * @param event a record that the registry knows, or a {@link dev.fanfare.sdk.OutboundEvent}
     * @param exceptSocketId the connection that is not to hear of it; null for none
     * @return ends when it is published, or stored to be
     * @throws IllegalArgumentException if the registry does not know such records
     */
    CompletionStage<Void> publish(Object event, @Nullable String exceptSocketId);

    /** Publishes to all. */
    default CompletionStage<Void> publish(Object event) {
        return publish(event, null);
    }
}
