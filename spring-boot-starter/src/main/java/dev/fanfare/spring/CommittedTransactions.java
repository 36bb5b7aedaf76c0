package dev.fanfare.spring;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Knows transactions that have committed and still look active, as they do to whoever listens to
 * {@code @TransactionalEventListener}: what is written into one of those may be lost. Spring Boot tells its transaction managers of
 * this listener. Safe to use from several threads.
 */
final class CommittedTransactions implements TransactionExecutionListener {
    private final DataSource database;

    /** What Spring has bound for the database, one object for each transaction. */
    private final Set<Object> committed = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    CommittedTransactions(DataSource database) {
        this.database = database;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Object bound = bound();
        if (bound != null && transaction.isNewTransaction()) {
            committed.add(bound);
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        Object bound = bound();
        if (bound != null) {
            committed.remove(bound);
        }
    }

    /** Whether the thread's transaction is one of those. */
    boolean holdsCurrent() {
        Object bound = bound();
        return bound != null && committed.contains(bound);
    }

    private @Nullable Object bound() {
        return TransactionSynchronizationManager.getResource(database);
    }
}
