package dev.fanfare.platform.realtime;

import dev.fanfare.sdk.OutboundEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction publishes, kept until right before it commits so that each channel is numbered once, and the numbers that it
 * holds already. Used by the transaction's thread alone, which may begin another one once this one is about to end.
 */
final class TransactionEvents implements TransactionSynchronization {
    private static final Logger LOG = LoggerFactory.getLogger(TransactionEvents.class);

    private final List<OutboundEvent> events = new ArrayList<>();
    private final Map<String, Long> held = new HashMap<>();
    private @Nullable Consumer<List<OutboundEvent>> writer;
    private boolean isWritten;
    private boolean isSuspended;

    private TransactionEvents() {}

    /** Those of the transaction that there is. */
    static TransactionEvents current() {
        if (TransactionSynchronizationManager.getResource(TransactionEvents.class) instanceof TransactionEvents there) {
            return there;
        }
        TransactionEvents made = new TransactionEvents();
        TransactionSynchronizationManager.registerSynchronization(made);
        TransactionSynchronizationManager.bindResource(TransactionEvents.class, made);
        return made;
    }

    /** The number of the last event on each channel that nobody else may publish on before this transaction ends. */
    Map<String, Long> held() {
        return held;
    }

    /** @param writesThem the same for all of a transaction; called at once by who publishes while it is about to commit */
    void publishBeforeCommit(List<OutboundEvent> more, Consumer<List<OutboundEvent>> writesThem) {
        if (isWritten) {
            writesThem.accept(more);
        } else {
            events.addAll(more);
            writer = writesThem;
        }
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        isWritten = true;
        if (writer != null) {
            writer.accept(events);
        }
    }

    @Override
    public void suspend() {
        isSuspended = TransactionSynchronizationManager.unbindResourceIfPossible(TransactionEvents.class) != null;
    }

    @Override
    public void resume() {
        if (isSuspended) {
            TransactionSynchronizationManager.bindResource(TransactionEvents.class, this);
        }
    }

    /** From now on nothing is held for certain, and whoever hears that it has ended may begin another. */
    @Override
    public void beforeCompletion() {
        TransactionSynchronizationManager.unbindResourceIfPossible(TransactionEvents.class);
    }

    @Override
    public void afterCompletion(int status) {
        if (TransactionSynchronizationManager.getResource(TransactionEvents.class) == this) {
            TransactionSynchronizationManager.unbindResource(TransactionEvents.class);
        }
        if (status == STATUS_COMMITTED && !isWritten && !events.isEmpty()) {
            LOG.error("Lost what was published in a transaction that had committed: {} events", events.size());
        }
    }
}
