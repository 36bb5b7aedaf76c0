package dev.fanfare.platform.marketplace;

import static dev.fanfare.platform.RunningPlatform.heard;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.sdk.bus.BusSettings;
import dev.fanfare.sdk.bus.DeadLetter;
import dev.fanfare.sdk.bus.DomainEvent;
import dev.fanfare.sdk.bus.EventBus;
import dev.fanfare.sdk.bus.EventTypes;
import dev.fanfare.sdk.bus.Subscription;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.systems.tenant.OrderCreated;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Orders on their way over the bus to their tenants. */
@OnEachDatabase
class OrderAnnouncementsTest {
    private static final BusSettings FAST = new BusSettings(3, Duration.ofMillis(1), 100, 100);

    private final RunningPlatform platform;
    private final Market market;

    OrderAnnouncementsTest(RunningPlatform platform) {
        this.platform = platform;
        market = new Market(platform);
    }

    /** Whose tenant has not heard of it, since the process ended between the commit and the bus. */
    private String untoldOrder(String title) throws IOException, InterruptedException {
        String order = market.ordered(market.offer(title, 1));
        await().until(() -> told(order) == 1);
        forget(order);
        return order;
    }

    private void forget(String order) {
        JdbcClient database = platform.bean(JdbcClient.class);
        database.sql("update product_order set told = false where id = ?")
                .param(order)
                .update();
    }

    /** How often the tenant has heard of it. */
    private long told(String order) throws IOException, InterruptedException {
        return market.see("bob", "/api/realtime/events?after=0&channel=private-tenant-org_123")
                .path("events")
                .valueStream()
                .filter(event -> event.path("data").path("orderId").asString("").equals(order))
                .count();
    }

    @Test
    void otherModulesHearOfAnOrderOnTheBus() throws IOException, InterruptedException {
        BlockingQueue<DomainEvent> events = new LinkedBlockingQueue<>();
        try (Subscription subscription =
                platform.bean(EventBus.class).subscribe(EventTypes.ORDER_CREATED, events::add)) {
            String order = market.ordered(market.offer("On the bus", 1));

            DomainEvent event = events.poll(10, TimeUnit.SECONDS);

            assertThat(subscription.type()).isEqualTo("order.created");
            assertThat(event).isNotNull();
            assertThat(event.tenantId()).isEqualTo("org_123");
            assertThat(event.data(OrderCreated.class)).isEqualTo(new OrderCreated("org_123", order, 2500));
        }
    }

    @Test
    void anOrderThatWasLostBetweenTheCommitAndTheBusIsToldLater() throws IOException, InterruptedException {
        String order = untoldOrder("Lost");

        platform.bean(UntoldOrders.class).raiseAll();

        await().until(() -> told(order) == 2);
    }

    @Test
    void anOrderThatIsRaisedAgainIsToldOnce() throws IOException, InterruptedException {
        String order = market.ordered(market.offer("Raised often", 1));
        OrderCreated event = new OrderCreated("org_123", order, 2500);
        for (int i = 0; i < 5; i++) {
            platform.bean(OrderAnnouncements.class).raise(event);
        }
        try (TestClient cleos = platform.client()) {
            market.as("cleo").subscribe(cleos, "private-tenant-org_123");
            String next = market.ordered(market.offer("After it", 1));

            assertThat(heard(cleos, "order:created").dataJson().path("orderId").asString())
                    .isIn(order, next);
            await().until(() -> told(next) == 1);
            assertThat(told(order)).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeToldIsTriedAgainAndThenGivenUpUntilItIsReplayed() throws IOException, InterruptedException {
        String order = untoldOrder("Out of luck");
        AtomicInteger tries = new AtomicInteger();
        AtomicInteger failures = new AtomicInteger(4);
        EventPublisher real = platform.bean(EventPublisher.class);
        EventPublisher moody = (events, exceptSocketId) -> {
            tries.incrementAndGet();
            if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
            return real.publishAll(events, exceptSocketId);
        };
        try (EventBus bus = new EventBus(FAST)) {
            OrderAnnouncements announcements = new OrderAnnouncements(
                    bus, platform.bean(OrderTable.class), moody, platform.bean(PlatformTransactionManager.class));
            Subscription subscription = bus.subscribe(EventTypes.ORDER_CREATED, announcements::tell);
            UntoldOrders untold = new UntoldOrders(
                    platform.bean(OrderTable.class), announcements, subscription, platform.bean(Clock.class));

            untold.raiseAll();
            await().until(() -> !subscription.deadLetters().isEmpty());
            untold.raiseAll();

            List<DeadLetter> dead = subscription.deadLetters();
            assertThat(dead).hasSize(1);
            assertThat(dead.getFirst().error()).contains("not now");
            assertThat(told(order)).as("it was rolled back").isEqualTo(1);
            assertThat(tries.get()).isEqualTo(4);
            assertThat(subscription.replay(dead.getFirst().number())).isTrue();
            await().until(() -> told(order) == 2);
        }
    }
}
