package dev.fanfare.sdk.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Registry;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.sdk.systems.tenant.OrderCreated;
import dev.fanfare.sdk.systems.tenant.TenantChannels;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBusTest {
    private final EventBus bus = new EventBus(new BusSettings(3, Duration.ofMillis(1), 100, 2));
    private final List<Object> handled = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        bus.close();
    }

    private static DomainEvent order(Object data) {
        return DomainEvent.of(EventTypes.ORDER_CREATED, "orders", "org_123", data);
    }

    private Object record(DomainEvent event) {
        handled.add(String.valueOf(event.data()));
        return event;
    }

    @Test
    void subscriptionsGetTheirTypeInOrder() {
        bus.subscribe(EventTypes.ORDER_CREATED, this::record);
        List<Integer> all = IntStream.range(0, 50).boxed().toList();

        bus.publish(DomainEvent.of("order.other", "orders", null, "none"));
        all.forEach(i -> bus.publish(order(i)));

        await().until(() -> handled.size() == 50);
        assertThat(handled)
                .containsExactlyElementsOf(
                        all.stream().<Object>map(String::valueOf).toList());
    }

    @Test
    void aHandlerThatFailsIsCalledAgainAndKeepsTheOrder() {
        bus.subscribe(EventTypes.ORDER_CREATED, event -> {
            record(event);
            if (handled.size() < 3) {
                throw new IllegalStateException("not yet");
            }
        });

        bus.publish(order("a"));
        bus.publish(order("b"));

        await().until(() -> handled.size() == 4);
        assertThat(handled).containsExactly("a", "a", "a", "b");
    }

    @Test
    void deadLettersOfAllSubscriptionsHaveNumbersOfTheirOwnAndCanBeForgotten() {
        bus.subscribe(EventTypes.ORDER_CREATED, event -> {
            throw new IllegalStateException("one");
        });
        bus.subscribe(EventTypes.ORDER_CREATED, event -> {
            throw new IllegalStateException("other");
        });

        bus.publish(order("a"));
        await().until(() -> bus.deadLetters().size() == 2);

        assertThat(bus.deadLetters()).extracting(DeadLetter::number).containsExactly(1L, 2L);
        assertThat(bus.discard(1)).isTrue();
        assertThat(bus.discard(1)).isFalse();
        assertThat(bus.replay(1)).isFalse();
        assertThat(bus.replay(2)).isTrue();
        await().until(() -> bus.deadLetters().size() == 1);
        assertThat(bus.deadLetters().getFirst().number()).isEqualTo(3);
    }

    @Test
    void afterThreeRetriesAnEventIsGivenUpAndCanBeReplayed() {
        Subscription subscription = bus.subscribe(EventTypes.ORDER_CREATED, event -> {
            record(event);
            if (handled.size() <= 4) {
                throw new IllegalStateException("no");
            }
        });

        bus.publish(order("a"));
        await().until(() -> subscription.deadLetters().size() == 1);

        assertThat(handled).containsExactly("a", "a", "a", "a");
        DeadLetter dead = subscription.deadLetters().getFirst();
        assertThat(dead.error()).isEqualTo("java.lang.IllegalStateException: no");
        assertThat(subscription.replay(dead.number())).isTrue();
        await().until(() -> handled.size() == 5);
        assertThat(subscription.deadLetters()).isEmpty();
        assertThat(subscription.replay(dead.number())).isFalse();
    }

    @Test
    void anErrorOfAHandlerDoesNotEndItsSubscription() {
        Subscription subscription = bus.subscribe(EventTypes.ORDER_CREATED, event -> {
            if (record(event) == event && handled.size() <= 4) {
                throw new AssertionError("wrong");
            }
        });

        bus.publish(order("a"));
        bus.publish(order("b"));

        await().until(() -> handled.size() == 5);
        assertThat(handled).containsExactly("a", "a", "a", "a", "b");
        assertThat(subscription.deadLetters()).hasSize(1);
    }

    @Test
    void oneHandlerThatFailsCostsNoOther() {
        bus.subscribe(EventTypes.ORDER_CREATED, event -> {
            throw new IllegalStateException("always");
        });
        bus.subscribe(EventTypes.ORDER_CREATED, this::record);

        bus.publish(order("a"));

        await().until(() -> handled.size() == 1);
    }

    @Test
    void aClosedSubscriptionGetsNothingMore() {
        Subscription closed = bus.subscribe(EventTypes.ORDER_CREATED, this::record);
        closed.close();
        bus.subscribe(EventTypes.ORDER_CREATED, event -> handled.add("open"));

        bus.publish(order("a"));

        await().until(() -> !handled.isEmpty());
        assertThat(handled).containsExactly("open");
    }

    @Test
    void whoIsFasterThanAHandlerLosesNothingSilently() throws InterruptedException {
        EventBus small = new EventBus(new BusSettings(0, Duration.ofMillis(1), 1, 2));
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Subscription slow = small.subscribe(EventTypes.ORDER_CREATED, event -> {
            running.countDown();
            assertThat(mayGoOn.await(1, TimeUnit.MINUTES)).isTrue();
            record(event);
        });

        small.publish(order("a"));
        assertThat(running.await(1, TimeUnit.MINUTES)).isTrue();
        List.of("b", "c", "d", "e").forEach(data -> small.publish(order(data)));

        assertThat(slow.deadLetters())
                .extracting(dead -> dead.event().data() + " " + dead.error())
                .containsExactly("d More than 1 events wait", "e More than 1 events wait");
        mayGoOn.countDown();
        small.close();
        assertThat(handled).containsExactly("a", "b");
    }

    @Test
    void whatWaitsIsHandledBeforeTheBusIsClosed() {
        bus.subscribe(EventTypes.ORDER_CREATED, this::record);
        IntStream.range(0, 20).forEach(i -> bus.publish(order(i)));

        bus.close();

        assertThat(handled).hasSize(20);
    }

    @Test
    void clientsAreToldOfEventsThatAreForwarded() {
        RecordingRealtimeService recording = new RecordingRealtimeService();
        Registry<String> registry = Registry.<String>builder()
                .with(new TenantChannels<>((user, id) -> Decision.allow("x"), (user, id) -> Decision.allow("x")))
                .build();
        bus.forward(
                EventTypes.ORDER_CREATED,
                new TypedRealtime(recording, registry),
                event -> event.data(OrderCreated.class).total() == 0 ? null : event.data());

        bus.publish(order(new OrderCreated("org_123", "free", 0)));
        bus.publish(order(new OrderCreated("org_123", "o1", 9900)));
        bus.close();

        assertThat(recording
                        .on("private-tenant-org_123")
                        .got("order:created")
                        .once()
                        .data())
                .isEqualTo("{\"orderId\":\"o1\",\"total\":9900}");
    }

    @Test
    void dataOfAnotherTypeAreNamed() {
        assertThatThrownBy(() -> order("text").data(Integer.class))
                .hasMessage("Event order.created carries java.lang.String, expected java.lang.Integer");
    }

    @Test
    void settingsThatAreOutOfRangeAreNamed() {
        assertThatThrownBy(() -> new BusSettings(17, Duration.ofMillis(1), 1, 1))
                .hasMessageContaining("retries 17 times");
        assertThatThrownBy(() -> new BusSettings(1, Duration.ZERO, 1, 1)).hasMessageContaining("after PT0S");
        assertThatThrownBy(() -> new BusSettings(1, Duration.ofMillis(1), 0, 1))
                .hasMessageContaining("holds 0 waiting");
    }
}
