package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;

/** Publishing to channels that nobody is subscribed to. What is counted as a delivery is the answer to a request. */
final class PublishScenario implements Scenario {
    private static final String CHANNEL = "bench-nobody";

    private final LoadSpec spec;
    private final Publishers publishers;
    private final PublishRequest request;
    private final Deliveries deliveries;
    private final Pace pace;
    private final int[] sent;
    private final int[] answered;
    private final ArrayDeque<Integer>[] unanswered;

    PublishScenario(Reactor reactor, Target target, LoadSpec spec) {
        this.spec = spec;
        publishers = new Publishers(reactor, target, spec.depth(), this::answered);
        request = new PublishRequest(target, new Payload(spec.size()));
        deliveries = new Deliveries(spec.publishers(), 1);
        pace = spec.isOpenLoop() ? Pace.of(spec, 1) : new Pace.Closed(spec.publishers() * spec.depth());
        sent = new int[spec.publishers()];
        answered = new int[spec.publishers()];
        unanswered = queues(spec.publishers());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ArrayDeque<Integer>[] queues(int count) {
        ArrayDeque[] queues = new ArrayDeque[count];
        Arrays.setAll(queues, _ -> new ArrayDeque<Integer>());
        return queues;
    }

    @Override
    public void connect() {
        publishers.connect(spec.publishers());
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void pump(long nanos) throws IOException {
        while (!publishers.isEmpty() && deliveries.hasRoom()) {
            long due = pace.next(nanos, deliveries.outstanding(), 1);
            HttpPublisher publisher = due == Pace.NOT_NOW ? null : publishers.poll();
            if (publisher == null) {
                return;
            }
            int source = publisher.number();
            int message = deliveries.sending(1, due);
            unanswered[source].add(message);
            publisher.send(request.of(CHANNEL, source, sent[source]++, message, nanos));
            publishers.sent(publisher);
        }
    }

    private void answered(HttpPublisher publisher) {
        int source = publisher.number();
        Integer message = unanswered[source].poll();
        if (message == null) {
            throw new LoadFailure("The server answered more requests than there were");
        }
        deliveries.received(source, 0, answered[source]++, message, System.nanoTime());
    }

    @Override
    public long intervalNanos() {
        return pace.intervalNanos();
    }

    @Override
    public Deliveries deliveries() {
        return deliveries;
    }
}
