package dev.fanfare.engine.hub;

import dev.fanfare.protocol.CloseCode;
import java.time.Duration;

/**
 * Asks the connections of one loop to come back elsewhere, a part of them at a time, so that they arrive there evenly. Each
 * has been sent everything that was published before its close. Owned by the loop.
 */
final class Drain {
    private static final Duration STEP = Duration.ofMillis(50);

    private final HubShard shard;
    private final Runnable drained;
    private final long overNanos;
    private final long start;
    private final int connections;

    /** @param over how long it may take; zero for at once */
    Drain(HubShard shard, Duration over, Runnable drained) {
        this.shard = shard;
        this.drained = drained;
        overNanos = over.toNanos();
        start = shard.liveness.now();
        connections = shard.liveness.size();
    }

    void step() {
        Liveness open = shard.liveness;
        long elapsed = open.now() - start;
        long keep = elapsed >= overNanos ? 0 : connections - connections * elapsed / overNanos;
        while (open.size() > keep) {
            open.subscriber(open.size() - 1).close(CloseCode.SHUTTING_DOWN);
        }
        if (open.size() == 0) {
            drained.run();
        } else {
            shard.loop.schedule(this::step, STEP);
        }
    }
}
