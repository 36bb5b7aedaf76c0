package dev.fanfare.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void aSecondHoldsAsManyAsTheRateSays() {
        TokenBucket bucket = new TokenBucket(10, 0);

        assertThat(take(bucket, 0, 12)).isEqualTo(10);
        assertThat(take(bucket, SECOND / 2, 12)).isEqualTo(5);
        assertThat(take(bucket, 10 * SECOND, 12)).isEqualTo(10);
    }

    @Test
    void clockThatPassesThroughZeroChangesNothing() {
        TokenBucket bucket = new TokenBucket(10, -SECOND);

        assertThat(take(bucket, -SECOND, 12)).isEqualTo(10);
        assertThat(take(bucket, SECOND, 12)).isEqualTo(10);
    }

    @Test
    void rateOfZeroIsRefused() {
        assertThatThrownBy(() -> new TokenBucket(0, 0)).hasMessageContaining("expected 1 or more");
    }

    private static int take(TokenBucket bucket, long now, int attempts) {
        int taken = 0;
        for (int i = 0; i < attempts; i++) {
            taken += bucket.tryTake(now) ? 1 : 0;
        }
        return taken;
    }
}
