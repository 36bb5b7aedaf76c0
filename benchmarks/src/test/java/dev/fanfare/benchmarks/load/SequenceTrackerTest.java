package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SequenceTrackerTest {
    private final SequenceTracker tracker = new SequenceTracker(2, 3);

    @Test
    void everyPairCountsForItself() {
        for (int subscriber = 0; subscriber < 2; subscriber++) {
            for (int source = 0; source < 3; source++) {
                for (int sequence = 0; sequence < 4; sequence++) {
                    assertThat(tracker.received(subscriber, source, sequence)).isTrue();
                }
            }
        }
        assertCounts(0, 0, 0);
    }

    @Test
    void gapIsLost() {
        receive(0, 3, 4);
        assertCounts(2, 0, 0);
    }

    @Test
    void lateNumberIsReorderedAndNotLost() {
        receive(0, 3, 1, 4, 2, 5);
        assertCounts(0, 0, 2);
    }

    @Test
    void repeatedNumberIsDuplicated() {
        receive(0, 1);
        assertThat(tracker.received(1, 2, 1)).isFalse();
        assertThat(tracker.received(1, 2, 0)).isFalse();
        assertCounts(0, 2, 0);
    }

    @Test
    void lateNumberThatComesTwiceIsDuplicatedToo() {
        receive(0, 2, 1);
        assertThat(tracker.received(1, 2, 1)).isFalse();
        assertCounts(0, 1, 1);
    }

    private void receive(int... sequences) {
        for (int sequence : sequences) {
            assertThat(tracker.received(1, 2, sequence)).isTrue();
        }
    }

    private void assertCounts(long lost, long duplicated, long reordered) {
        assertThat(tracker.lost()).isEqualTo(lost);
        assertThat(tracker.duplicated()).isEqualTo(duplicated);
        assertThat(tracker.reordered()).isEqualTo(reordered);
    }
}
