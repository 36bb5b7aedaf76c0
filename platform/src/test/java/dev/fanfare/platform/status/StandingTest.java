package dev.fanfare.platform.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {
    @Test
    void whoWasAwayIsOnlineWhenTheyComeBack() {
        Standing away = Standing.unknown("ada").come().choosing(Standing.Chosen.AWAY, Instant.EPOCH);

        Standing back = away.gone(Instant.EPOCH).come();

        assertThat(back.shown().status().name()).isEqualTo("ONLINE");
    }

    @Test
    void goingWhileInvisibleBetraysNothing() {
        Instant seen = Instant.EPOCH;
        Standing hidden = Standing.unknown("ada").come().choosing(Standing.Chosen.INVISIBLE, seen);

        Standing gone = hidden.gone(seen.plusSeconds(60));

        assertThat(gone.shown()).isEqualTo(hidden.shown());
        assertThat(gone.shown().lastSeen()).isEqualTo(seen);
    }
}
