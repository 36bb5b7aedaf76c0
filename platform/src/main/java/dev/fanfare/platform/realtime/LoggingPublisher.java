package dev.fanfare.platform.realtime;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.Registry;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Writes events into the log before they go into the outbox, both in the transaction of whoever publishes them. */
record LoggingPublisher(Registry<?> registry, EventLog log, EventPublisher outbox) implements EventPublisher {
    @Override
    public CompletionStage<Void> publishAll(List<?> events, @Nullable String exceptSocketId) {
        List<OutboundEvent> outbound = registry.outbound(events, exceptSocketId);
        log.append(outbound);
        return outbox.publishAll(outbound);
    }
}
