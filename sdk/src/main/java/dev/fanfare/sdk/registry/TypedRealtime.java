package dev.fanfare.sdk.registry;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Publishes records that know by their declaration where they belong. Safe to use from several threads.
 *
 * @param service what carries them
 * @param registry where they are declared
 */
public record TypedRealtime(RealtimeService service, Registry<?> registry) {
    /**
     * Publishes one event.
     *
     * @throws IllegalArgumentException if no channel carries such records
     */
    public CompletionStage<Void> publish(Object event) {
        return publish(event, null);
    }

    /**
     * Publishes one event to everybody but one connection.
     *
     * @param exceptSocketId null for nobody
     * @throws IllegalArgumentException if no channel carries such records
     */
    public CompletionStage<Void> publish(Object event, @Nullable String exceptSocketId) {
        return service.publish(registry.outbound(event).except(exceptSocketId)).thenApply(info -> null);
    }

    /**
     * Publishes events in their order, as {@link RealtimeService#triggerBatch}.
     *
     * @throws IllegalArgumentException if no channel carries one of the records; nothing is published then
     */
    public CompletionStage<Void> publishAll(List<?> events) {
        List<OutboundEvent> outbound = events.stream().map(registry::outbound).toList();
        return service.triggerBatch(outbound);
    }
}
