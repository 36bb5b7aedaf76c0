package dev.fanfare.server;

import dev.fanfare.engine.Node;
import dev.fanfare.engine.app.App;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits while a node sends its connections away, and says how far it is. */
final class Draining {
    private static final Logger LOG = System.getLogger(Draining.class.getName());
    private static final Duration REPORT = Duration.ofSeconds(5);

    /** How much longer than configured a drain may take. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private Draining() {}

    /** Returns when the last connection has been asked to go, or a little after the time. */
    static void run(Node node, Duration over) {
        int connections = connections(node);
        CountDownLatch drained = new CountDownLatch(1);
        if (connections > 0) {
            LOG.log(Level.INFO, "Draining {0} connections over {1} s", connections, over.toSeconds());
        }
        node.drain(over, drained::countDown);
        boolean done =
                await(node, drained, System.nanoTime() + over.plus(MARGIN).toNanos());
        if (connections > 0) {
            String end = done ? "Drained {0} connections" : "Not all of {0} connections were drained";
            LOG.log(Level.INFO, end, connections);
        }
    }

    private static boolean await(Node node, CountDownLatch drained, long deadline) {
        try {
            for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
                if (drained.await(Math.min(left, REPORT.toNanos()), TimeUnit.NANOSECONDS)) {
                    return true;
                }
                LOG.log(Level.INFO, "{0} connections are still here", connections(node));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Connections of all apps that count towards their limits. */
    private static int connections(Node node) {
        int sum = 0;
        for (App app : node.apps().all()) {
            sum += node.usage(app).connections();
        }
        return sum;
    }
}
