package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One run: connect, warm up, measure, wait for what is still under way. The calling thread is the generator's only one. */
public final class LoadRun {
    private static final long SETUP_NANOS = 120_000_000_000L;
    private static final long DRAIN_NANOS = 10_000_000_000L;
    private static final long TURN_MILLIS = 20;

    private final Target target;
    private final LoadSpec spec;
    private final Reactor reactor;
    private final Scenario scenario;

    private LoadRun(Target target, LoadSpec spec, Reactor reactor) {
        this.target = target;
        this.spec = spec;
        this.reactor = reactor;
        scenario = Scenario.of(reactor, target, spec);
    }

    /**
     * Puts the load on the server and blocks until all of it is done.
     *
     * @throws LoadFailure if the server does not answer as it must
     */
    public static Outcome of(Target target, LoadSpec spec) {
        try (Reactor reactor = new Reactor()) {
            return new LoadRun(target, spec, reactor).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome run() {
        scenario.connect();
        if (!turnUntil(scenario::isReady, System.nanoTime() + SETUP_NANOS)) {
            throw new LoadFailure(
                    "Not everybody was connected and subscribed after " + SETUP_NANOS / 1_000_000_000 + " s");
        }
        try (Clock _ = clock()) {
            reactor.between(this::pump);
            turnFor(spec.warmupSeconds());
            Deliveries deliveries = scenario.deliveries();
            deliveries.measure(true);
            Sample before = Sample.take(target, deliveries);
            turnFor(spec.seconds());
            Sample after = Sample.take(target, deliveries);
            deliveries.measure(false);
            reactor.between(() -> {});
            drain(deliveries);
            return after.since(before, spec, deliveries, targetPerSecond());
        }
    }

    private @Nullable Clock clock() {
        long interval = scenario.intervalNanos();
        return interval == 0 ? null : new Clock(reactor, interval);
    }

    private double targetPerSecond() {
        int receivers = spec.mode() == LoadSpec.Mode.FANOUT ? spec.connections() / spec.channels() : spec.members() - 1;
        if (!spec.isOpenLoop()) {
            return 0;
        }
        return spec.mode() == LoadSpec.Mode.PUBLISH
                ? spec.messagesPerSecond(1)
                : spec.messagesPerSecond(receivers) * receivers;
    }

    private void pump() {
        try {
            scenario.pump(System.nanoTime());
        } catch (IOException e) {
            throw new LoadFailure("Sending failed: " + e.getMessage(), e);
        }
    }

    private void drain(Deliveries deliveries) {
        long before = -1;
        while (deliveries.outstanding() > 0 && deliveries.delivered() != before) {
            before = deliveries.delivered();
            turnUntil(() -> deliveries.outstanding() == 0, System.nanoTime() + DRAIN_NANOS);
        }
        turnFor(0.1); // what comes now comes twice
    }

    private void turnFor(double seconds) {
        turnUntil(() -> false, System.nanoTime() + (long) (seconds * 1e9));
    }

    private boolean turnUntil(BooleanSupplier done, long deadline) {
        while (!done.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            reactor.turn(Math.clamp(left / 1_000_000, 1, TURN_MILLIS));
        }
        return true;
    }
}
