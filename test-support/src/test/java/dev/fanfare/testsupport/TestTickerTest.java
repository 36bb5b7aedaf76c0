package dev.fanfare.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TestTickerTest {
    @Test
    void timePassesOnlyWhenMoved() {
        var ticker = new TestTicker();
        long start = ticker.getAsLong();
        assertThat(ticker.getAsLong()).isEqualTo(start);
        ticker.advance(Duration.ofSeconds(2));
        assertThat(ticker.getAsLong() - start).isEqualTo(2_000_000_000L);
        assertThat(ticker.getAsLong()).as("wraps around").isNegative();
    }
}
