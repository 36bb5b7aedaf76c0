package dev.fanfare.sdk.registry;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Publishes records that know by their declaration where they belong. Safe to use from several threads.
 *
 * @param service what carries them
 * @param registry where they are declared
 */
public record TypedRealtime(RealtimeService service, Registry<?> registry) implements EventPublisher {
    @Override
    public CompletionStage<Void> publish(Object event, @Nullable String exceptSocketId) {
        List<OutboundEvent> outbound = registry.outbound(event);
        if (exceptSocketId != null) {
            outbound = outbound.stream().map(one -> one.except(exceptSocketId)).toList();
        }
        return switch (outbound.size()) {
            case 0 -> CompletableFuture.completedFuture(null);
            case 1 -> service.publish(outbound.getFirst()).thenApply(info -> null);
            default -> service.triggerBatch(outbound);
        };
    }

    /**
     * Publishes events in their order, as {@link RealtimeService#triggerBatch}.
     *
     * @throws IllegalArgumentException if the registry does not know one of the records; nothing is published then
     */
    public CompletionStage<Void> publishAll(List<?> events) {
        List<OutboundEvent> outbound = events.stream()
                .flatMap(event -> registry.outbound(event).stream())
                .toList();
        return service.triggerBatch(outbound);
    }
}
