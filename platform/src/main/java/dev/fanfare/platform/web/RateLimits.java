package dev.fanfare.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How often somebody may do something. Safe to use from several threads; each instance of the platform counts for itself. */
@Component
public class RateLimits {
    private static final int MOST_BUCKETS = 100_000;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(Duration.ofHours(1))
            .build();
    private final int factor;

    RateLimits(@Value("${platform.rate-limits.factor}") int factor) {
        if (factor < 1) {
            throw new IllegalArgumentException("platform.rate-limits.factor is " + factor + ", expected at least 1");
        }
        this.factor = factor;
    }

    /** What somebody may do: so often at once, and again as often after each period. */
    public record Limit(String name, int times, Duration period) {}

    /**
     * Counts one more.
     *
     * @param who a user's id, an address, or both
     * @throws Problem 429 if it is one too many
     */
    public void take(Limit limit, String who) {
        Bucket bucket = buckets.get(
                limit.name() + " " + who,
                key -> Bucket.builder()
                        .addLimit(band -> band.capacity(times(limit)).refillGreedy(times(limit), limit.period()))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.tooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private long times(Limit limit) {
        return (long) factor * limit.times();
    }
}
