package dev.fanfare.spring;

import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.outbox.OutboxStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up while the application can do its part: a server that is away makes events wait, and costs no request. Down if another
 * instance with an embedded server has taken over, for then this one's clients hear nothing; unknown if the database does not
 * say. Sends no request.
 */
final class RealtimeHealth implements HealthIndicator {
    private final RealtimeService service;
    private final Reachability reachability;
    private final @Nullable OutboxWatch outbox;

    /** @param outbox null if there is none */
    RealtimeHealth(RealtimeService service, Reachability reachability, @Nullable OutboxWatch outbox) {
        this.service = service;
        this.reachability = reachability;
        this.outbox = outbox;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up()
                .withDetail("provider", service.getClientConfig().provider())
                .withDetail("lastRequest", reachability.outcome());
        return outbox == null ? health.build() : with(health, outbox.status()).build();
    }

    private static Health.Builder with(Health.Builder health, @Nullable OutboxStatus status) {
        if (status == null) {
            return health.unknown().withDetail("outbox", "the database does not answer");
        }
        health.withDetail("pending", status.pending())
                .withDetail("lag", status.lag().toString())
                .withDetail("resting", status.resting())
                .withDetail("attempts", status.attempts())
                .withDetail("deadLetters", status.deadLetters())
                .withDetail("isSole", status.isSole());
        return status.isSole() ? health : health.down();
    }
}
