package dev.fanfare.platform.marketplace;

import dev.fanfare.sdk.bus.Subscription;
import dev.fanfare.sdk.systems.tenant.OrderCreated;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Raises orders again of which nobody was told, since the process that took them has ended before. What was given up stays so. */
@Component
class UntoldOrders {
    private static final Duration LONGEST_ON_THE_BUS = Duration.ofSeconds(30);

    private final OrderTable orders;
    private final OrderAnnouncements announcements;
    private final Subscription subscription;
    private final Clock clock;

    UntoldOrders(
            OrderTable orders,
            OrderAnnouncements announcements,
            @Qualifier(MarketplaceConfiguration.SUBSCRIPTION) Subscription subscription,
            Clock clock) {
        this.orders = orders;
        this.announcements = announcements;
        this.subscription = subscription;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void raiseAll() {
        raise(clock.instant());
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT30S")
    void raiseOld() {
        raise(clock.instant().minus(LONGEST_ON_THE_BUS));
    }

    private void raise(Instant before) {
        Set<OrderCreated> givenUp = subscription.deadLetters().stream()
                .map(letter -> letter.event().data(OrderCreated.class))
                .collect(Collectors.toSet());
        orders.untold(before).stream().filter(order -> !givenUp.contains(order)).forEach(announcements::raise);
    }
}
