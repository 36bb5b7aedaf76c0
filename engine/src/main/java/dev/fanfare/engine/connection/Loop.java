package dev.fanfare.engine.connection;

import java.time.Duration;

/**
 * One event loop: a thread that owns connections, channels and users. Implemented by the transport. Every method may be
 * called from any thread unless it says otherwise.
 */
public interface Loop {
    /** Whether the calling thread is this loop. */
    boolean inLoop();

    /** Runs the task on the loop, in the order of the calls of one thread, never inside the call. */
    void execute(Runnable task);

    /** Runs the task on the loop after all input of the current turn has been handled. Called on the loop. */
    void atEndOfTurn(Runnable task);

    /** Runs the task on the loop once, not before the delay has passed. */
    void schedule(Runnable task, Duration delay);

    /** A buffer for the frames of this loop. Called once per buffer, at the start. */
    FrameBuffer newFrameBuffer();
}
