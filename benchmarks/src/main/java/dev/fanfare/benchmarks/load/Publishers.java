package dev.fanfare.benchmarks.load;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The HTTP connections of a run that have room for another request. */
final class Publishers {
    private final Reactor reactor;
    private final Target target;
    private final int depth;
    private final Consumer<HttpPublisher> answered;
    private final ArrayDeque<HttpPublisher> free = new ArrayDeque<>();

    /**
     * @param depth requests in flight on each connection, at most
     * @param answered called after each answer
     */
    Publishers(Reactor reactor, Target target, int depth, Consumer<HttpPublisher> answered) {
        this.reactor = reactor;
        this.target = target;
        this.depth = depth;
        this.answered = answered;
    }

    void connect(int count) {
        for (int number = 0; number < count; number++) {
            HttpPublisher publisher = new HttpPublisher(reactor, number, this::answered);
            publisher.connect(target.address());
            free.add(publisher);
        }
    }

    /** Takes one that has room, to send one request on it; null if all are full. The one used longest ago comes first. */
    @Nullable
    HttpPublisher poll() {
        return free.poll();
    }

    /** Gives back one that was polled and has its request. */
    void sent(HttpPublisher publisher) {
        if (publisher.inFlight() < depth) {
            free.add(publisher);
        }
    }

    boolean isEmpty() {
        return free.isEmpty();
    }

    private void answered(HttpPublisher publisher) {
        if (publisher.inFlight() == depth - 1) {
            free.add(publisher);
        }
        answered.accept(publisher);
    }
}
