package dev.fanfare.benchmarks.publish;

import dev.fanfare.benchmarks.load.LoadFailure;
import java.net.URI;

/** What an application publishes through. Used by many threads at once. */
interface Library extends AutoCloseable {
    /** As tables call it. */
    String name();

    /** The server that gets its events. */
    URI server();

    /**
     * Publishes one event, and returns when the server has it.
     *
     * @throws LoadFailure if the server has not
     */
    void publish(String channel, Object data);

    @Override
    void close();
}
