package dev.fanfare.engine.testing;

import dev.fanfare.engine.connection.FrameBuffer;
import dev.fanfare.engine.connection.Loop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loop that a test turns by hand. All loops of a test run on the test's thread, one at a time. */
public final class FakeLoop implements Loop {
    private static @Nullable FakeLoop running;

    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Runnable> endOfTurn = new ArrayDeque<>();
    private final List<Scheduled> scheduled = new ArrayList<>();
    private Duration time = Duration.ZERO;

    @Override
    public boolean inLoop() {
        return running == this;
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
        scheduled.add(new Scheduled(task, time.plus(delay)));
    }

    @Override
    public FrameBuffer newFrameBuffer() {
        return new FakeFrameBuffer();
    }

    /** Runs the task as the loop would run what a socket brings in. The turn goes on until {@link #endTurn}. */
    public void input(Runnable task) {
        FakeLoop before = running;
        running = this;
        try {
            task.run();
        } finally {
            running = before;
        }
    }

    /** Runs one waiting task; false if there was none. */
    public boolean runTask() {
        Runnable task = tasks.poll();
        if (task != null) {
            input(task);
        }
        return task != null;
    }

    /** Runs what waits for the end of the turn. */
    public void endTurn() {
        for (Runnable task = endOfTurn.poll(); task != null; task = endOfTurn.poll()) {
            input(task);
        }
    }

    /** Lets time pass and runs what has become due. */
    public void advance(Duration duration) {
        time = time.plus(duration);
        List<Scheduled> due =
                scheduled.stream().filter(s -> s.at.compareTo(time) <= 0).toList();
        scheduled.removeAll(due);
        due.forEach(s -> tasks.add(s.task));
    }

    private record Scheduled(Runnable task, Duration at) {}
}
