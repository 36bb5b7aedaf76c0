package dev.fanfare.platform.realtime;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.registry.EventPublisher;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction publishes, kept until right before it commits so that each channel is numbered once, and the numbers that it
 * holds already. Used by the transaction's thread alone.
 */
final class TransactionEvents implements TransactionSynchronization {
    private final List<OutboundEvent> events = new ArrayList<>();
    private final Map<String, Long> held = new HashMap<>();
    private @Nullable Runnable write;

    private TransactionEvents() {}

    /** Those of the transaction that there is. */
    static TransactionEvents current() {
        if (TransactionSynchronizationManager.getResource(TransactionEvents.class) instanceof TransactionEvents there) {
            return there;
        }
        TransactionEvents made = new TransactionEvents();
        TransactionSynchronizationManager.bindResource(TransactionEvents.class, made);
        TransactionSynchronizationManager.registerSynchronization(made);
        return made;
    }

    /** The number of the last event on each channel that nobody else may publish on before this transaction ends. */
    Map<String, Long> held() {
        return held;
    }

    void publishBeforeCommit(List<OutboundEvent> more, EventLog log, EventPublisher outbox) {
        events.addAll(more);
        write = () -> {
            log.append(events);
            outbox.publishAll(events);
        };
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        if (write != null) {
            write.run();
        }
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(TransactionEvents.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(TransactionEvents.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(TransactionEvents.class);
    }
}
