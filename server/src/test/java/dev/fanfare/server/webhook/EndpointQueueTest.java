package dev.fanfare.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.server.config.WebhookConfig;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EndpointQueueTest {
    private final List<List<String>> sent = new ArrayList<>();
    private final List<Consumer<Outcome>> answers = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final List<String> dead = new ArrayList<>();
    private long now;
    private int next;

    private EndpointQueue queue(boolean batch) {
        URI url = URI.create("http://127.0.0.1:1/");
        return new EndpointQueue(
                new WebhookConfig("app", url, EnumSet.allOf(WebhookKind.class), List.of(), batch),
                new Recorder(),
                () -> now);
    }

    private void add(EndpointQueue queue, String channel) {
        String key = channel + ++next;
        queue.add(new QueuedEvent(key, "app", "http://127.0.0.1:1/", 0, channel, "{}"));
    }

    private void answer(int request, String problem) {
        answers.get(request).accept(new Outcome(true, problem));
    }

    @Test
    void eventsOfAChannelWaitForTheRequestThatHoldsTheChannel() {
        EndpointQueue queue = queue(true);
        add(queue, "a");
        queue.pump();
        add(queue, "a");
        add(queue, "b");
        queue.pump();
        assertThat(sent).containsExactly(List.of("a1"), List.of("b3"));

        answer(0, "");
        assertThat(sent).last().isEqualTo(List.of("a2"));
    }

    @Test
    void failureHoldsBackItsOwnChannelsOnly() {
        EndpointQueue queue = queue(true);
        add(queue, "poison");
        queue.pump();
        answer(0, "status 500");
        add(queue, "poison");
        add(queue, "fine");
        queue.pump();
        answer(1, "");
        assertThat(delivered).containsExactly("fine3");

        later.getFirst().run();
        answer(2, "");
        answer(3, "");
        assertThat(delivered).containsExactly("fine3", "poison1", "poison2");
    }

    @Test
    void requestHoldsAHundredEventsAtMostAndOneIfTheyAreNotBatched() {
        EndpointQueue batched = queue(true);
        for (int i = 0; i < 150; i++) {
            add(batched, "c" + i);
        }
        batched.pump();
        assertThat(sent).extracting(List::size).containsExactly(100, 50);

        sent.clear();
        EndpointQueue single = queue(false);
        add(single, "a");
        add(single, "b");
        single.pump();
        assertThat(sent).extracting(List::size).containsExactly(1, 1);
    }

    @Test
    void fourRequestsAreUnderWayAtMost() {
        EndpointQueue queue = queue(false);
        for (int i = 0; i < 10; i++) {
            add(queue, "c" + i);
        }
        queue.pump();
        assertThat(sent).hasSize(4);

        answer(0, "");
        assertThat(sent).hasSize(5);
    }

    @Test
    void whatIsGivenUpMakesRoomForTheRest() {
        EndpointQueue queue = queue(true);
        add(queue, "a");
        queue.pump();
        now += EndpointQueue.GIVE_UP_AFTER.toNanos();
        add(queue, "a");
        answer(0, "status 500");

        assertThat(dead).containsExactly("a1");
        assertThat(sent).containsExactly(List.of("a1"), List.of("a2"));
    }

    @Test
    void attemptsGoOnForFiveMinutes() {
        EndpointQueue queue = queue(true);
        add(queue, "a");
        queue.pump();
        now += EndpointQueue.GIVE_UP_AFTER.toNanos() - 1;
        answer(0, "status 500");
        assertThat(dead).isEmpty();

        later.getFirst().run();
        now += 1;
        answer(1, "status 500");
        assertThat(dead).containsExactly("a1");
        assertThat(queue.isIdle()).isTrue();
    }

    @Test
    void eventThatTheEndpointCannotBearTakesNoOtherWithIt() {
        EndpointQueue queue = queue(true);
        add(queue, "a");
        add(queue, "b");
        add(queue, "b");
        add(queue, "poison");
        queue.pump();
        add(queue, "other");
        queue.pump();
        answer(1, "");
        answer(0, "status 500");

        assertThat(sent.subList(2, 5)).containsExactly(List.of("a1"), List.of("b2"), List.of("poison4"));
        answer(2, "");
        answer(3, "");
        answer(4, "status 500");
        assertThat(sent).last().isEqualTo(List.of("b3"));
        answer(5, "");
        assertThat(delivered).containsExactly("other5", "a1", "b2", "b3");
    }

    @Test
    void requestThatIsGivenUpIsTakenApartFirst() {
        EndpointQueue queue = queue(true);
        add(queue, "a");
        add(queue, "poison");
        queue.pump();
        now += EndpointQueue.GIVE_UP_AFTER.toNanos();
        answer(0, "status 500");
        answer(1, "");
        answer(2, "status 500");

        assertThat(sent).containsExactly(List.of("a1", "poison2"), List.of("a1"), List.of("poison2"));
        assertThat(delivered).containsExactly("a1");
        assertThat(dead).containsExactly("poison2");
    }

    @Test
    void channelWithManyEventsThatAreHeldBackHidesNoOther() {
        EndpointQueue queue = queue(true);
        add(queue, "poison");
        queue.pump();
        answer(0, "status 500");
        for (int i = 0; i < 50_000; i++) {
            add(queue, "poison");
        }
        add(queue, "fine");
        queue.pump();

        assertThat(sent).last().isEqualTo(List.of("fine50002"));
    }

    @Test
    void endpointThatIsDownIsNotFloodedWithRequests() {
        EndpointQueue queue = queue(false);
        for (int i = 0; i < 1_000; i++) {
            add(queue, "c" + i);
        }
        queue.pump();
        for (int i = 0; i < EndpointQueue.MAX_OPEN; i++) {
            answer(i, "status 503");
        }

        assertThat(sent).hasSize(EndpointQueue.MAX_OPEN);
        assertThat(later).hasSize(EndpointQueue.MAX_OPEN);
        assertThat(queue.isIdle()).isTrue();
    }

    @Test
    void whatIsAbandonedIsAllThatNoRequestHolds() {
        EndpointQueue queue = queue(true);
        add(queue, "a");
        queue.pump();
        add(queue, "a");
        add(queue, "b");

        assertThat(queue.abandon()).extracting(QueuedEvent::key).containsExactlyInAnyOrder("a2", "b3");
        answer(0, "");
        assertThat(delivered).containsExactly("a1");
        assertThat(sent).hasSize(1);
        assertThat(queue.waiting()).isZero();
    }

    @Test
    void fullQueueTakesNoMore() {
        EndpointQueue queue = queue(true);
        for (int i = 0; i < EndpointQueue.MAX_WAITING; i++) {
            add(queue, "c");
        }

        assertThat(queue.add(new QueuedEvent("x", "app", "", 0, "c", "{}"))).isFalse();
    }

    private final class Recorder implements EndpointQueue.Outbound {
        @Override
        public void send(WebhookConfig endpoint, List<QueuedEvent> events, Consumer<Outcome> done) {
            sent.add(events.stream().map(QueuedEvent::key).toList());
            answers.add(done);
        }

        @Override
        public void later(Runnable task, Duration delay) {
            later.add(task);
        }

        @Override
        public void delivered(List<QueuedEvent> events) {
            events.forEach(event -> delivered.add(event.key()));
        }

        @Override
        public void attemptFailed(WebhookConfig endpoint, int attempts, String reason) {
            assertThat(reason).isNotEmpty();
        }

        @Override
        public void givenUp(WebhookConfig endpoint, List<QueuedEvent> events, String reason) {
            events.forEach(event -> dead.add(event.key()));
        }
    }
}
