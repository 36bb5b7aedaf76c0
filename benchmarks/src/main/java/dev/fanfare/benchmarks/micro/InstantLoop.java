package dev.fanfare.benchmarks.micro;

import dev.fanfare.engine.connection.FrameBuffer;
import dev.fanfare.engine.connection.Loop;
import java.time.Duration;
import java.util.ArrayDeque;

/** A loop that is the benchmark's own thread: {@link #turn} runs what waits. Nothing is ever due later. */
final class InstantLoop implements Loop {
    private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
    private final ArrayDeque<Runnable> endOfTurn = new ArrayDeque<>();

    @Override
    public boolean inLoop() {
        return true;
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void atEndOfTurn(Runnable task) {
        endOfTurn.add(task);
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        // timers have nothing to do with what is measured
    }

    @Override
    public FrameBuffer newFrameBuffer() {
        return new ArrayFrameBuffer();
    }

    void turn() {
        while (!tasks.isEmpty() || !endOfTurn.isEmpty()) {
            runAll(tasks);
            runAll(endOfTurn);
        }
    }

    private static void runAll(ArrayDeque<Runnable> queue) {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            task.run();
        }
    }
}
