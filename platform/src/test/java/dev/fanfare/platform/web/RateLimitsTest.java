package dev.fanfare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.platform.web.RateLimits.Limit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Limit TWICE = new Limit("knock", 2, Duration.ofHours(1));

    private static int allowed(int factor) {
        RateLimits limits = new RateLimits(factor);
        int times = 0;
        try {
            while (times < 100) {
                limits.take(TWICE, "ada");
                times++;
            }
        } catch (Problem e) {
            return times;
        }
        return times;
    }

    @Test
    void theFactorLetsEverybodyDoThingsSoManyTimesAsOften() {
        assertThat(allowed(1)).isEqualTo(2);
        assertThat(allowed(10)).isEqualTo(20);
    }

    @Test
    void aFactorBelowOneIsNamed() {
        assertThatThrownBy(() -> new RateLimits(0)).hasMessage("platform.rate-limits.factor is 0, expected at least 1");
    }
}
