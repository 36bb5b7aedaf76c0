package dev.fanfare.server.api;

import dev.fanfare.engine.connection.FrameBuffer;
import dev.fanfare.engine.connection.Loop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A loop that runs when the test says so. */
final class TestLoop implements Loop {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Queue<Runnable> endOfTurn = new ArrayDeque<>();
    private boolean elsewhere;

    /** From now on the test's thread is another loop: answers wait for {@link #run()}. */
    void moveElsewhere() {
        elsewhere = true;
    }

    void run() {
        boolean before = elsewhere;
        elsewhere = false;
        while (!tasks.isEmpty() || !endOfTurn.isEmpty()) {
            Runnable task = tasks.isEmpty() ? endOfTurn.remove() : tasks.remove();
            task.run();
        }
        elsewhere = before;
    }

    @Override
    public boolean inLoop() {
        return !elsewhere;
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
        // No test of the API waits for what the engine does later.
    }

    @Override
    public FrameBuffer newFrameBuffer() {
        return new Frames();
    }

    /** Positions count frames. */
    static final class Frames implements FrameBuffer {
        private final List<String> texts = new ArrayList<>();

        @Override
        public void append(byte[] text) {
            texts.add(new String(text, StandardCharsets.UTF_8));
        }

        @Override
        public int end() {
            return texts.size();
        }

        @Override
        public void clear() {
            texts.clear();
        }

        List<String> texts(int from, int to) {
            return List.copyOf(texts.subList(from, to));
        }
    }
}
