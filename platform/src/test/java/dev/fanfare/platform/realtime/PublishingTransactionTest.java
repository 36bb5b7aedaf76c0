package dev.fanfare.platform.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.user.Alert;
import dev.fanfare.sdk.systems.user.AlertRaised;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is published in a transaction is in the log if it has committed, and in the order in which it was published. */
@OnEachDatabase
class PublishingTransactionTest {
    /** On these channels nothing comes but what a test publishes: Eve has no colleagues, and there is no Zoe. */
    private static final String EVE = "private-user-eve";

    private static final String ZOE = "private-user-zoe";

    private final RunningPlatform platform;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final TransactionTemplate another;
    private long eves;
    private long zoes;

    PublishingTransactionTest(RunningPlatform platform) {
        this.platform = platform;
        log = platform.bean(EventLog.class);
        PlatformTransactionManager transactions = platform.bean(PlatformTransactionManager.class);
        transaction = new TransactionTemplate(transactions);
        another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @BeforeEach
    void begin() {
        eves = log.position(EVE);
        zoes = log.position(ZOE);
    }

    private void alert(String text, String... users) {
        platform.bean(EventPublisher.class).publish(new AlertRaised(List.of(users), new Alert(text, null)));
    }

    private List<String> ofEve() {
        return numbered(EVE, eves);
    }

    private List<String> ofZoe() {
        return numbered(ZOE, zoes);
    }

    /** What has come since the test began, each with how many it makes. */
    private List<String> numbered(String channel, long before) {
        return log.after(channel, before).events().stream()
                .map(event -> (event.seq() - before) + " " + event.data())
                .toList();
    }

    private static String alerted(int number, String text) {
        return number + " {\"message\":\"" + text + "\"}";
    }

    @Test
    void whatIsPublishedTwiceIsNumberedInOrderAndEachChannelKeepsOnePosition() {
        transaction.executeWithoutResult(_ -> {
            alert("one", "eve");
            alert("two", "zoe", "eve");
            alert("three", "eve");
            assertThat(ofEve()).as("before it commits").isEmpty();
        });

        assertThat(ofEve()).containsExactly(alerted(1, "one"), alerted(2, "two"), alerted(3, "three"));
        assertThat(ofZoe()).containsExactly(alerted(1, "two"));
        assertThat(log.position(EVE)).isEqualTo(eves + 3);
        assertThat(platform.bean(JdbcClient.class)
                        .sql("select count(*) from channel_position where channel in (?, ?)")
                        .params(EVE, ZOE)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whoHoldsAUserGoesOnFromTheirNumber() {
        transaction.executeWithoutResult(_ -> {
            log.holdUser("eve");
            alert("one", "eve");
            log.holdUsers(List.of("zoe", "eve"));
            alert("two", "eve");
        });

        assertThat(ofEve()).containsExactly(alerted(1, "one"), alerted(2, "two"));
    }

    @Test
    void whatIsRolledBackIsNeitherKeptNorToldNorCounted() throws IOException, InterruptedException {
        try (TestClient client = platform.client()) {
            platform.as("eve").subscribe(client, EVE);
            transaction.executeWithoutResult(status -> {
                alert("never", "eve");
                status.setRollbackOnly();
            });
            assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                        alert("neither", "eve");
                        throw new IllegalStateException("changed its mind");
                    }))
                    .hasMessage("changed its mind");
            assertThat(ofEve()).isEmpty();

            alert("after", "eve");

            assertThat(ofEve()).containsExactly(alerted(1, "after"));
            assertThat(RunningPlatform.heard(client, "alert").data()).isEqualTo("{\"message\":\"after\"}");
        }
    }

    @Test
    void aTransactionWithinOneHasEventsOfItsOwn() {
        transaction.executeWithoutResult(outer -> {
            alert("outer", "eve");
            another.executeWithoutResult(_ -> alert("inner", "eve"));
            assertThat(ofEve()).as("before the outer one commits").containsExactly(alerted(1, "inner"));
            alert("outer again", "eve");
        });

        assertThat(ofEve()).containsExactly(alerted(1, "inner"), alerted(2, "outer"), alerted(3, "outer again"));
    }

    @Test
    void oneOfTheTwoIsRolledBackAndTheOtherIsKept() {
        transaction.executeWithoutResult(outer -> {
            alert("outer", "zoe");
            another.executeWithoutResult(_ -> alert("inner", "eve"));
            outer.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> {
            alert("outer kept", "zoe");
            another.executeWithoutResult(inner -> {
                alert("inner lost", "eve");
                inner.setRollbackOnly();
            });
        });

        assertThat(ofEve()).containsExactly(alerted(1, "inner"));
        assertThat(ofZoe()).containsExactly(alerted(1, "outer kept"));
    }

    /** Listeners to what has been committed are called when the transaction still seems to be there. */
    @Test
    void whoHearsThatATransactionHasEndedPublishesInOneOfTheirOwn() {
        transaction.executeWithoutResult(_ -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    another.executeWithoutResult(_ -> alert("committed", "eve"));
                }

                @Override
                public void afterCompletion(int status) {
                    another.executeWithoutResult(_ -> alert("completed", "eve"));
                }
            });
            log.holdUser("eve");
            alert("first", "eve");
        });

        alert("last", "eve");
        assertThat(ofEve())
                .containsExactly(
                        alerted(1, "first"), alerted(2, "committed"), alerted(3, "completed"), alerted(4, "last"));
    }

    @Test
    void whatIsPublishedWhileTheTransactionIsAboutToCommitComesLast() {
        transaction.executeWithoutResult(_ -> {
            alert("first", "eve");
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    alert("at the last moment", "eve");
                }
            });
            alert("second", "eve");
        });

        assertThat(ofEve())
                .containsExactly(alerted(1, "first"), alerted(2, "second"), alerted(3, "at the last moment"));
    }
}
