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
    private final List<Consumer<String>> answers = new ArrayList<>();
    private final List<Runnable> later = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private int next;
    private int maxAttempts = 10;

    private EndpointQueue queue(boolean batch) {
        URI url = URI.create("http://127.0.0.1:1/");
        return new EndpointQueue(
                new WebhookConfig("app", url, EnumSet.allOf(WebhookKind.class), List.of(), batch), new Recorder());
    }

    private void add(EndpointQueue queue, String channel) {
        String key = channel + ++next;
        queue.add(new QueuedEvent(key, "app", "http://127.0.0.1:1/", 0, channel, "{}"));
    }

    private void answer(int request, String problem) {
        answers.get(request).accept(problem);
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
    void fourRequestsAreOpenAtMost() {
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
        maxAttempts = 1;
        EndpointQueue queue = queue(true);
        add(queue, "a");
        queue.pump();
        add(queue, "a");
        answer(0, "status 500");

        assertThat(sent).containsExactly(List.of("a1"), List.of("a2"));
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
        public void send(WebhookConfig endpoint, List<QueuedEvent> events, Consumer<String> done) {
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
        public boolean failed(WebhookConfig endpoint, List<QueuedEvent> events, int attempts, String reason) {
            return attempts < maxAttempts;
        }
    }
}
