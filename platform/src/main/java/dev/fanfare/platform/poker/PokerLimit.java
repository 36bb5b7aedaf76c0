package dev.fanfare.platform.poker;

import dev.fanfare.platform.identity.SignedIn;
import dev.fanfare.platform.web.Problem;
import dev.fanfare.platform.web.RateLimits;
import dev.fanfare.platform.web.RateLimits.Limit;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** How often one user may do something in planning poker. */
@Component
class PokerLimit {
    private final RateLimits limits;
    private final Limit limit;

    PokerLimit(RateLimits limits, PokerSettings settings) {
        this.limits = limits;
        limit = new Limit("poker of", settings.actionsPerMinute(), Duration.ofMinutes(1));
    }

    /** @throws Problem 429 if it is too often */
    void take(SignedIn user) {
        limits.take(limit, user.id());
    }
}
