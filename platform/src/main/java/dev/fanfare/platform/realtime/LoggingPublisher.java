package dev.fanfare.platform.realtime;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.Registry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes events into the log before they go into the outbox, both in the transaction of whoever publishes them and all of them
 * together right before it commits: what is published when it has, is lost.
 */
record LoggingPublisher(Registry<?> registry, EventLog log, EventPublisher outbox) implements EventPublisher {
    @Override
    public CompletionStage<Void> publishAll(List<?> events, @Nullable String exceptSocketId) {
        List<OutboundEvent> outbound = registry.outbound(events, exceptSocketId);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return write(outbound);
        }
        TransactionEvents.current().publishBeforeCommit(outbound, this::write);
        return CompletableFuture.completedFuture(null);
    }

    private CompletionStage<Void> write(List<OutboundEvent> events) {
        log.append(events);
        return outbox.publishAll(events);
    }
}
