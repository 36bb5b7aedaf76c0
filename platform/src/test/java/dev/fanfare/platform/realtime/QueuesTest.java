package dev.fanfare.platform.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class QueuesTest {
    private final Queues queues;
    private final TransactionTemplate transaction;

    QueuesTest(RunningPlatform platform) {
        queues = platform.bean(Queues.class);
        transaction = new TransactionTemplate(platform.bean(PlatformTransactionManager.class));
    }

    @Test
    void whoComesNextWaitsUntilTheTransactionBeforeIsOver() throws InterruptedException {
        List<String> order = new CopyOnWriteArrayList<>();
        AtomicBoolean begun = new AtomicBoolean();
        Thread next = Thread.ofPlatform()
                .unstarted(() -> transaction.executeWithoutResult(status -> {
                    begun.set(true);
                    queues.enter("a row");
                    order.add("next");
                }));

        transaction.executeWithoutResult(status -> {
            queues.enter("a row");
            queues.enter("a row");
            next.start();
            await().until(() -> begun.get() && next.getState() == Thread.State.TIMED_WAITING);
            order.add("first");
        });
        next.join();

        assertThat(order).containsExactly("first", "next");
    }

    @Test
    void aTransactionThatIsRolledBackLetsTheNextOneIn() throws InterruptedException {
        transaction.executeWithoutResult(status -> {
            queues.enter("another row");
            status.setRollbackOnly();
        });
        List<String> order = new CopyOnWriteArrayList<>();
        Thread next = Thread.ofPlatform()
                .start(() -> transaction.executeWithoutResult(status -> {
                    queues.enter("another row");
                    order.add("next");
                }));
        next.join(2000);

        assertThat(order).containsExactly("next");
    }
}
