package dev.fanfare.server.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.MemoryGuardConfig;
import dev.fanfare.testsupport.LogCapture;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryGuardTest {
    private static final Duration COLLECTION = Duration.ofSeconds(1);

    private final FakeHeap heap = new FakeHeap();
    private final LogCapture log = new LogCapture(MemoryGuard.class);
    private long waiting;
    private long now;
    private final MemoryGuard guard = new MemoryGuard(new MemoryGuardConfig(80), () -> heap, () -> waiting, () -> now);

    @AfterEach
    void release() {
        log.close();
    }

    @Test
    void garbageRefusesNobody() {
        heap.used = 95;
        heap.survives = 40;

        guard.look();

        assertThat(guard.getAsBoolean()).isTrue();
        assertThat(heap.collections).isEqualTo(1);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void heapThatStaysFullRefusesConnectionsUntilItHasFallenByFivePoints() {
        heap.used = 95;
        heap.survives = 90;
        lookLater();
        assertThat(guard.getAsBoolean()).isFalse();

        heap.survives = 78;
        lookLater();
        assertThat(guard.getAsBoolean()).as("between recovery and threshold").isFalse();

        heap.survives = 74;
        lookLater();
        lookLater();
        assertThat(guard.getAsBoolean()).isTrue();
        assertThat(log.lines()).extracting(line -> line.split(" ")[0]).containsExactly("WARNING", "INFO");
    }

    @Test
    void heapBelowTheThresholdIsNotCollected() {
        heap.used = 80;

        guard.look();

        assertThat(heap.collections).isZero();
    }

    @Test
    void collectingTakesATwentiethOfTheTimeAtMost() {
        heap.alwaysFull = true;
        for (int second = 0; second < 60; second++) {
            guard.look();
            now += Duration.ofSeconds(1).toNanos();
        }

        assertThat(heap.collections).isEqualTo(3);
        assertThat(log.lines()).extracting(line -> line.split(" ")[0]).containsExactly("WARNING");
    }

    @Test
    void bytesThatWaitToBeSentRefuseConnectionsToo() {
        waiting = 81;
        guard.look();
        assertThat(guard.getAsBoolean()).isFalse();

        waiting = 10;
        guard.look();
        assertThat(guard.getAsBoolean()).isTrue();
        assertThat(heap.collections).isZero();
    }

    @Test
    void heapOfThisJvmIsRead() {
        OldGeneration ofThisJvm = OldGeneration.ofThisJvm();

        ofThisJvm.collect();

        assertThat(ofThisJvm.capacity())
                .isBetween(1L << 20, Runtime.getRuntime().maxMemory());
        assertThat(ofThisJvm.live()).isBetween(1L << 10, ofThisJvm.capacity());
        assertThat(ofThisJvm.used()).isPositive();
    }

    private void lookLater() {
        now += MemoryGuard.REST_FOR_WORK * COLLECTION.toNanos();
        heap.used = 95;
        guard.look();
    }

    private final class FakeHeap implements Heap {
        private long used;
        private long survives;
        private long live;
        private int collections;
        private boolean alwaysFull;

        @Override
        public long capacity() {
            return 100;
        }

        @Override
        public long used() {
            return alwaysFull ? 99 : used;
        }

        @Override
        public long live() {
            return alwaysFull ? 99 : live;
        }

        @Override
        public void collect() {
            now += COLLECTION.toNanos();
            collections++;
            used = survives;
            live = survives;
        }
    }
}
