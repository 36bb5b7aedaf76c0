package dev.fanfare.server.metrics;

import dev.fanfare.server.api.MetricsSource;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the page of metrics on a thread of its own, so that no connection waits for it. Whoever asks while one is being
 * written gets the same one: a crowd of readers costs no more than one.
 */
public final class Metrics implements MetricsSource, AutoCloseable {
    private static final byte[] NO_PAGE = {};

    private final Sources sources;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("fanfare-metrics").daemon().unstarted(task));
    /** Guarded by itself. */
    private final List<Consumer<byte[]>> waiting = new ArrayList<>();

    /** Owned by the thread. */
    private @Nullable Page page;

    public Metrics(Sources sources) {
        this.sources = sources;
    }

    @Override
    public void page(Consumer<byte[]> answer) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            waiting.add(answer);
        }
        if (first) {
            try {
                thread.execute(() -> answerAll(write()));
            } catch (RejectedExecutionException e) {
                answerAll(NO_PAGE);
            }
        }
    }

    private byte[] write() {
        try {
            if (page == null) {
                page = new Page(sources);
            }
            return page.write();
        } catch (RuntimeException | LinkageError e) {
            System.getLogger(Metrics.class.getName()).log(Level.ERROR, "Metrics could not be collected", e);
            return NO_PAGE;
        }
    }

    private void answerAll(byte[] written) {
        List<Consumer<byte[]>> all;
        synchronized (waiting) {
            all = List.copyOf(waiting);
            waiting.clear();
        }
        all.forEach(answer -> answer.accept(written));
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
