package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void closedLoopKeepsTheWindowFull() {
        Pace pace = new Pace.Closed(3);
        assertThat(pace.next(7, 0, 10)).isEqualTo(7);
        assertThat(pace.next(8, 20, 10)).isEqualTo(8);
        assertThat(pace.next(9, 21, 10)).isEqualTo(Pace.NOT_NOW);
    }

    @Test
    void openLoopDoesNotWaitForDeliveries() {
        Pace pace = new Pace.Open(100);
        assertThat(pace.next(1000, 0, 10)).isEqualTo(1000);
        assertThat(pace.next(1099, 10, 10)).isEqualTo(Pace.NOT_NOW);
        assertThat(pace.next(1100, 1_000_000, 10)).isEqualTo(1100);
    }

    @Test
    void lateMessagesKeepTheTimeTheyWereDue() {
        Pace pace = new Pace.Open(100);
        pace.next(1000, 0, 1);
        assertThat(pace.next(1350, 0, 1)).isEqualTo(1100);
        assertThat(pace.next(1350, 0, 1)).isEqualTo(1200);
        assertThat(pace.next(1350, 0, 1)).isEqualTo(1300);
        assertThat(pace.next(1350, 0, 1)).isEqualTo(Pace.NOT_NOW);
    }
}
