package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.FrameBuffer;
import dev.fanfare.engine.connection.Loop;
import io.netty.channel.IoEventLoop;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** A Netty event loop as the engine sees it. */
final class NettyLoop implements Loop {
    private final IoEventLoop eventLoop;
    /** Made by any thread at the start, freed by another one at the end. */
    private final Queue<NativeFrameBuffer> frameBuffers = new ConcurrentLinkedQueue<>();

    NettyLoop(IoEventLoop eventLoop) {
        this.eventLoop = eventLoop;
    }

    IoEventLoop eventLoop() {
        return eventLoop;
    }

    /** The time from which deadlines on this loop are counted. */
    long nanoTime() {
        return eventLoop.ticker().nanoTime();
    }

    @Override
    public boolean inLoop() {
        return eventLoop.inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        eventLoop.execute(task);
    }

    /** A turn of Netty's loop handles what is ready on all sockets and then runs the tasks. */
    @Override
    public void atEndOfTurn(Runnable task) {
        eventLoop.execute(task);
    }

    @Override
    public void schedule(Runnable task, Duration delay) {
        eventLoop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public FrameBuffer newFrameBuffer() {
        NativeFrameBuffer buffer = new NativeFrameBuffer();
        frameBuffers.add(buffer);
        return buffer;
    }

    /** Frees the frame buffers. Called when the thread has ended. */
    void free() {
        frameBuffers.forEach(NativeFrameBuffer::free);
        frameBuffers.clear();
    }
}
