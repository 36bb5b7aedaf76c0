package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** The one thread that owns all sockets of a run. Everything but {@link #wakeUp} is called on it. */
final class Reactor implements AutoCloseable {
    /** How many ready sockets are served before {@code between} runs, so that publishers do not wait for a long batch. */
    private static final int BATCH = 32;

    private static final int SCRATCH = 1 << 20;

    private final Selector selector = Selector.open();
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH);
    private final Consumer<SelectionKey> ready = this::ready;
    private Runnable between = () -> {};
    private int served;

    Reactor() throws IOException {}

    /** @param task called often: between sockets and at the end of every turn */
    void between(Runnable task) {
        between = task;
    }

    /** The buffer that every peer reads into; its content is gone at the next socket. */
    ByteBuffer scratch() {
        return scratch;
    }

    /** Connects, waiting for it, and serves the peer from now on. */
    SelectionKey connect(Peer peer, InetSocketAddress address) throws IOException {
        SocketChannel channel = address.getAddress() instanceof Inet4Address
                ? SocketChannel.open(StandardProtocolFamily.INET)
                : SocketChannel.open();
        channel.connect(address);
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel.register(selector, SelectionKey.OP_READ, peer);
    }

    /** Serves what is ready, waiting for it up to the given time. */
    void turn(long waitMillis) {
        try {
            if (waitMillis <= 0) {
                selector.selectNow(ready);
            } else {
                selector.select(ready, waitMillis);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        between.run();
    }

    /** Ends the wait of a turn. Any thread. */
    void wakeUp() {
        selector.wakeup();
    }

    private void ready(SelectionKey key) {
        Peer peer = (Peer) key.attachment();
        try {
            peer.ready(key);
        } catch (IOException e) {
            throw new LoadFailure("Connection " + peer + " failed: " + e.getMessage(), e);
        }
        if (++served % BATCH == 0) {
            between.run();
        }
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }
}
