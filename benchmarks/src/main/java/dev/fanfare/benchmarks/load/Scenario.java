package dev.fanfare.benchmarks.load;

import java.io.IOException;

/** One mode of load: whom it connects, what it sends, what must come back. Called on the generator's thread only. */
interface Scenario {
    /** Starts connecting everybody. */
    void connect();

    /** Whether everybody is connected and subscribed. */
    boolean isReady();

    /** Sends what may be sent now. Called very often. */
    void pump(long nanos) throws IOException;

    /** Time between two messages, 0 in a closed loop. */
    long intervalNanos();

    Deliveries deliveries();

    static Scenario of(Reactor reactor, Target target, LoadSpec spec) {
        return switch (spec.mode()) {
            case FANOUT -> new FanOutScenario(reactor, target, spec);
            case CLIENT_EVENTS -> new ClientEventScenario(reactor, target, spec);
            case PUBLISH -> new PublishScenario(reactor, target, spec);
            case PRESENCE -> new PresenceScenario(reactor, target, spec);
        };
    }
}
