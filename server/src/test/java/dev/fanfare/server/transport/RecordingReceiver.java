package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.connection.Loop;
import dev.fanfare.engine.connection.Receiver;
import dev.fanfare.engine.connection.Slices;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The engine's end of one connection in tests: writes down what it is told, and checks who tells it. */
final class RecordingReceiver implements Receiver {
    final Loop loop;
    final ConnectionRequest request;
    final Connection connection;
    final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    final AtomicInteger seen = new AtomicInteger();
    final CompletableFuture<Void> closed = new CompletableFuture<>();
    /** Calls that must not be: on another thread, from inside a call, or after the end. */
    final List<String> violations = new CopyOnWriteArrayList<>();

    private final Consumer<RecordingReceiver> onText;
    private final Slices slices = new Slices();
    private boolean insideCall;

    RecordingReceiver(Loop loop, ConnectionRequest request, Connection connection, Consumer<RecordingReceiver> onText) {
        this.loop = loop;
        this.request = request;
        this.connection = connection;
        this.onText = onText;
    }

    @Override
    public void seen() {
        check("seen");
        seen.incrementAndGet();
    }

    @Override
    public void received(byte[] text, int from, int to) {
        check("received");
        texts.add(new String(text, from, to - from, StandardCharsets.UTF_8));
        onText.accept(this);
    }

    @Override
    public void closed() {
        check("closed");
        closed.complete(null);
    }

    private void check(String call) {
        if (!loop.inLoop()) {
            violations.add(call + " outside the loop");
        }
        if (insideCall) {
            violations.add(call + " from inside a call of the engine");
        }
        if (closed.isDone()) {
            violations.add(call + " after closed");
        }
    }

    String nextText() throws InterruptedException {
        String text = texts.poll(10, TimeUnit.SECONDS);
        assertThat(text).as("a text within 10 seconds").isNotNull();
        return text;
    }

    /** Calls the connection on its loop, as the engine does, and waits until it has returned. */
    void call(Consumer<Connection> action) {
        onLoop(() -> {
            insideCall = true;
            action.accept(connection);
            insideCall = false;
        });
    }

    /** Sends texts as one write, all in one part. */
    void write(String... texts) {
        writeParts(List.of(texts));
    }

    /** Sends texts as one write, each list of them a part that touches no other. */
    @SafeVarargs
    final void writeParts(List<String>... parts) {
        call(open -> {
            NativeFrameBuffer buffer = new NativeFrameBuffer();
            slices.clear();
            for (List<String> part : parts) {
                int from = buffer.end();
                part.forEach(text -> buffer.append(text.getBytes(StandardCharsets.UTF_8)));
                slices.add(buffer, from, buffer.end());
                buffer.append("between the parts".getBytes(StandardCharsets.UTF_8));
            }
            open.write(slices);
            buffer.free();
        });
    }

    void onLoop(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (RuntimeException | AssertionError e) {
                done.completeExceptionally(e);
            }
        });
        await(done);
    }

    void awaitClosed() {
        await(closed);
        // What comes after is caught too, once the tasks that are on their way have run.
        onLoop(() -> {});
        assertThat(violations).isEmpty();
    }

    private static void await(CompletableFuture<Void> future) {
        try {
            future.get(20, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("Expected an end within 20 seconds", e);
        }
    }

    @Override
    public String toString() {
        return request + " " + Arrays.toString(texts.toArray());
    }
}
