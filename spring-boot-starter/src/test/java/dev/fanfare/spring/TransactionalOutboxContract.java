package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sample.RunningApplication;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.spring.GameApplication.Moved;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds on every database. The outbox looks once an hour, so what arrives was waited for by nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransactionalOutboxContract {
    private RunningApplication application;
    private EventPublisher events;
    private TransactionTemplate transaction;
    private TransactionTemplate another;
    private JdbcTemplate database;

    abstract String url();

    Class<?> application() {
        return GameApplication.class;
    }

    @BeforeAll
    void startApplication() {
        application = RunningApplication.embedded(
                application(),
                "--spring.datasource.url=" + url(),
                "--spring.sql.init.mode=always",
                "--fanfare.outbox.poll=1h");
        events = application.bean(EventPublisher.class);
        transaction = new TransactionTemplate(application.bean(PlatformTransactionManager.class));
        another = new TransactionTemplate(application.bean(PlatformTransactionManager.class));
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        database = application.bean(JdbcTemplate.class);
    }

    @AfterAll
    void stopApplication() {
        application.close();
    }

    /** Seen by others than the transaction. */
    private long stored(String channel) {
        Long stored = another.execute(status ->
                database.queryForObject("SELECT COUNT(*) FROM fanfare_outbox WHERE channel = ?", Long.class, channel));
        return stored == null ? -1 : stored;
    }

    private static void awaitTurn(TestClient client, int turn) {
        assertThat(RunningApplication.awaitEvent(client, "moved").data()).contains("\"turn\":" + turn + ",");
    }

    @Test
    void anEventIsPublishedOnceItsTransactionHasCommitted() throws IOException {
        try (TestClient client = application.client()) {
            client.subscribe("game-commit");
            RunningApplication.awaitEvent(client, "pusher_internal:subscription_count");

            transaction.executeWithoutResult(status -> {
                assertThat(events.publish(new Moved("commit", 1))).isCompleted();
                assertThat(stored("game-commit")).isZero();
                client.awaitNothing();
            });

            awaitTurn(client, 1);
        }
    }

    @Test
    void anEventOfATransactionThatIsRolledBackIsNeverPublished() throws IOException {
        try (TestClient client = application.client()) {
            client.subscribe("game-rollback");

            transaction.executeWithoutResult(status -> {
                events.publish(new Moved("rollback", 1));
                status.setRollbackOnly();
            });
            events.publish(new Moved("rollback", 2));

            awaitTurn(client, 2);
        }
    }

    @Test
    void eventsOfATransactionArriveInTheirOrder() throws IOException {
        try (TestClient client = application.client()) {
            client.subscribe("game-order");

            transaction.executeWithoutResult(status -> {
                for (int turn = 1; turn <= 25; turn++) {
                    events.publish(new Moved("order", turn));
                }
            });

            for (int turn = 1; turn <= 25; turn++) {
                awaitTurn(client, turn);
            }
        }
    }

    @Test
    void severalEventsAreStoredInTheirOrderOrNoneOfThem() throws IOException {
        try (TestClient client = application.client()) {
            client.subscribe("game-several");

            assertThatThrownBy(() -> events.publishAll(List.of(new Moved("several", 1), "no event")))
                    .hasMessageContaining("java.lang.String");
            events.publishAll(List.of(new Moved("several", 2), new Moved("several", 3)));

            awaitTurn(client, 2);
            awaitTurn(client, 3);
        }
    }

    @Test
    void anEventThatIsPublishedAfterTheCommitIsNotLost() throws IOException {
        try (TestClient client = application.client()) {
            client.subscribe("game-after");

            afterCommit(() -> events.publish(new Moved("after", 1)));

            awaitTurn(client, 1);
        }
    }

    @Test
    void aTransactionThatBeginsAfterTheCommitOfAnotherTakesItsEventsAlongWhenItIsRolledBack() throws IOException {
        try (TestClient client = application.client()) {
            client.subscribe("game-another");

            afterCommit(() -> {
                another.executeWithoutResult(status -> {
                    events.publish(new Moved("another", 1));
                    status.setRollbackOnly();
                });
                another.executeWithoutResult(status -> events.publish(new Moved("another", 2)));
                events.publish(new Moved("another", 3));
            });

            awaitTurn(client, 2);
            awaitTurn(client, 3);
        }
    }

    private void afterCommit(Runnable task) {
        transaction.executeWithoutResult(
                status -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        task.run();
                    }
                }));
    }

    @Test
    void whatCannotBeStoredRollsTheCallersTransactionBack() {
        database.execute("ALTER TABLE fanfare_outbox RENAME TO away");
        try {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        database.update("INSERT INTO bid (auction, amount) VALUES ('failing', 1)");
                        events.publish(new Moved("failing", 1));
                    }))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("Store events in the outbox");
        } finally {
            database.execute("ALTER TABLE away RENAME TO fanfare_outbox");
        }

        assertThat(database.queryForObject("SELECT COUNT(*) FROM bid WHERE auction = 'failing'", Long.class))
                .isZero();
    }

    @Test
    void whatTheServerWouldRefuseIsNotStored() {
        assertThatThrownBy(() -> events.publish(new Moved("white space", 1))).isInstanceOf(RealtimeException.class);
        assertThatThrownBy(() -> events.publish("no record of the registry"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No channel carries java.lang.String");
        assertThat(stored("game-white space")).isZero();
    }

    @Test
    void theConnectionThatCausedAnEventCanBeLeftOut() throws IOException {
        try (TestClient cause = application.client();
                TestClient other = application.client()) {
            cause.subscribe("game-except");
            other.subscribe("game-except");

            events.publish(new Moved("except", 1), cause.socketId());
            events.publish(OutboundEvent.of("game-except", "moved", new Moved("except", 2)));

            awaitTurn(other, 1);
            awaitTurn(other, 2);
            awaitTurn(cause, 2);
        }
    }
}
