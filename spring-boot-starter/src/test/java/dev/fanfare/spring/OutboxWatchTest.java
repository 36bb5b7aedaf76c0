package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.outbox.OutboxStatus;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class OutboxWatchTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();

    private static OutboxStatus pending(long events) {
        return new OutboxStatus(events, Duration.ZERO, 0, 0, 0, 0, 0, true);
    }

    @Test
    void theDatabaseIsAskedAtMostOnceInFiveSeconds() {
        OutboxWatch watch = new OutboxWatch(() -> pending(asked.incrementAndGet()), now::get);

        assertThat(watch.status()).isEqualTo(pending(1));
        now.addAndGet(OutboxWatch.FRESH.toNanos() - 1);
        assertThat(watch.status()).isEqualTo(pending(1));
        now.addAndGet(1);
        assertThat(watch.status()).isEqualTo(pending(2));
    }

    @Test
    void aDatabaseThatDoesNotAnswerHoldsNobodyUpAndIsAskedOnce() {
        CountDownLatch never = new CountDownLatch(1);
        OutboxWatch watch = new OutboxWatch(
                () -> {
                    if (asked.incrementAndGet() > 1) {
                        never.await();
                    }
                    return pending(7);
                },
                now::get);
        watch.status();
        now.addAndGet(OutboxWatch.FRESH.toNanos());

        assertThat(watch.status()).as("the last that is known").isEqualTo(pending(7));
        now.addAndGet(OutboxWatch.FRESH.toNanos());
        assertThat(watch.status()).isEqualTo(pending(7));
        assertThat(asked).hasValue(2);
        never.countDown();
    }
}
