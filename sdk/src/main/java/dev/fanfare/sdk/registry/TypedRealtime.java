package dev.fanfare.sdk.registry;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Publishes records that know by their declaration where they belong, at once. Safe to use from several threads.
 *
 * @param service what carries them
 * @param registry where they are declared
 */
public record TypedRealtime(RealtimeService service, Registry<?> registry) implements EventPublisher {
    @Override
    public CompletionStage<Void> publishAll(List<?> events, @Nullable String exceptSocketId) {
        List<OutboundEvent> outbound = registry.outbound(events, exceptSocketId);
        return switch (outbound.size()) {
            case 0 -> CompletableFuture.completedFuture(null);
            case 1 -> service.publish(outbound.getFirst()).thenApply(info -> null);
            default -> service.triggerBatch(outbound);
        };
    }
}
