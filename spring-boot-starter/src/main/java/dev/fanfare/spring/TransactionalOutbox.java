package dev.fanfare.spring;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.outbox.Outbox;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.Registry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stores events in the transaction of whoever publishes them, and has them published once it has committed; a transaction that is
 * rolled back takes its events along. Where there is none, or it has committed already, they are stored in one of their own. Asks
 * the database, and never the server. Safe to use from several threads.
 */
public final class TransactionalOutbox implements EventPublisher {
    private static final Registry<Object> NONE = Registry.builder().build();
    private static final String TASK = "Store events in the outbox";

    private final Outbox outbox;
    private final DataSource database;
    private final @Nullable Registry<?> registry;
    private final CommittedTransactions committed;
    private final SQLExceptionTranslator translator = new SQLExceptionSubclassTranslator();

    /** One for all transactions, which register it once each. */
    private final TransactionSynchronization wake = new TransactionSynchronization() {
        @Override
        public void afterCommit() {
            outbox.wake();
        }
    };

    TransactionalOutbox(
            Outbox outbox, DataSource database, @Nullable Registry<?> registry, CommittedTransactions committed) {
        this.outbox = outbox;
        this.database = database;
        this.registry = registry;
        this.committed = committed;
    }

    /**
     * {@inheritDoc}
     *
     * @return has ended
     * @throws RealtimeException if the server would refuse the event; nothing is stored then
     * @throws DataAccessException if it cannot be stored
     */
    @Override
    public CompletionStage<Void> publishAll(List<?> events, @Nullable String exceptSocketId) {
        List<OutboundEvent> outbound = declared(events).outbound(events, exceptSocketId);
        if (!outbound.isEmpty()) {
            store(outbound);
        }
        return CompletableFuture.completedFuture(null);
    }

    private Registry<?> declared(List<?> events) {
        if (registry != null) {
            return registry;
        }
        for (Object event : events) {
            if (!(event instanceof OutboundEvent)) {
                throw new IllegalArgumentException("No channel carries "
                        + event.getClass().getName() + ": the application has no Registry bean, or several");
            }
        }
        return NONE;
    }

    private void store(List<OutboundEvent> events) {
        try {
            if (!TransactionSynchronizationManager.isActualTransactionActive()
                    || !TransactionSynchronizationManager.isSynchronizationActive()
                    || committed.holdsCurrent()) {
                storeByItself(events);
                return;
            }
            Connection connection = DataSourceUtils.getConnection(database);
            try {
                storeIn(connection, events);
            } finally {
                DataSourceUtils.releaseConnection(connection, database);
            }
        } catch (SQLException e) {
            throw translated(e);
        }
    }

    private DataAccessException translated(SQLException failure) {
        DataAccessException translated = translator.translate(TASK, null, failure);
        return translated != null ? translated : new UncategorizedSQLException(TASK, null, failure);
    }

    /** @param connection the transaction's, unless the transaction is not one of this database */
    private void storeIn(Connection connection, List<OutboundEvent> events) throws SQLException {
        if (connection.getAutoCommit()) {
            storeByItself(events);
            return;
        }
        outbox.enqueue(connection, events);
        TransactionSynchronizationManager.registerSynchronization(wake);
    }

    private void storeByItself(List<OutboundEvent> events) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                outbox.enqueue(connection, events);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(autoCommit);
            }
        }
        outbox.wake();
    }
}
