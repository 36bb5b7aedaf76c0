package dev.fanfare.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeliveriesTest {
    private final Deliveries deliveries = new Deliveries(2, 1);

    @Test
    void latencyCountsFromTheTimeDue() {
        deliveries.measure(true);
        int message = deliveries.sending(2, 1_000_000);
        assertThat(deliveries.received(0, 0, 0, message, 3_000_000)).isEqualTo(1);
        assertThat(deliveries.received(1, 0, 0, message, 5_000_000)).isZero();
        assertThat(deliveries.latency().getTotalCount()).isEqualTo(2);
        assertThat(deliveries.latency().getMaxValue()).isBetween(3_990_000L, 4_010_000L);
        assertThat(deliveries.latency().getMinValue()).isBetween(1_990_000L, 2_010_000L);
    }

    @Test
    void latencyOutsideOfTheWindowIsNotCounted() {
        deliveries.received(0, 0, 0, deliveries.sending(2, 0), 10);
        assertThat(deliveries.latency().getTotalCount()).isZero();
    }

    @Test
    void whatNeverCameIsLostAlsoAtTheEnd() {
        int first = deliveries.sending(2, 0);
        int last = deliveries.sending(2, 0);
        deliveries.received(0, 0, 1, last, 1);
        deliveries.received(1, 0, 0, first, 1);
        assertThat(deliveries.outstanding()).isEqualTo(2);
        assertThat(deliveries.lost()).isEqualTo(2);
        assertThat(deliveries.delivered()).isEqualTo(2);
    }

    @Test
    void duplicateIsNoDelivery() {
        int message = deliveries.sending(2, 0);
        deliveries.received(0, 0, 0, message, 1);
        assertThat(deliveries.received(0, 0, 0, message, 1)).isEqualTo(1);
        assertThat(deliveries.delivered()).isEqualTo(1);
        assertThat(deliveries.duplicated()).isEqualTo(1);
    }

    @Test
    void thereIsNoRoomWhenTheOldestMessageIsStillUnderWay() {
        int messages = 0;
        while (deliveries.hasRoom() && messages < 1 << 20) {
            deliveries.sending(1, 0);
            messages++;
        }
        assertThat(messages).isEqualTo(1 << 16);
        deliveries.received(0, 0, 0, 0, 1);
        assertThat(deliveries.hasRoom()).isTrue();
    }
}
