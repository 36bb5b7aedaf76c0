package dev.fanfare.benchmarks.floor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * The floor where there is no C compiler: one thread, one NIO selector, loopback only. Checks neither signatures nor limits.
 * What is to be sent to a socket is copied into one buffer at the end of a turn and written with one call.
 */
final class JavaFloor implements AutoCloseable {
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final FloorChannels channels = new FloorChannels();
    private final ByteBuffer input = ByteBuffer.allocateDirect(1 << 20);
    private final ByteBuffer output = ByteBuffer.allocateDirect(1 << 20);
    private List<FloorPeer> due = new ArrayList<>();
    private int lastSocketId;

    /** @param port 0 for any */
    JavaFloor(int port) throws IOException {
        listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
    }

    int port() {
        return listener.socket().getLocalPort();
    }

    /** Serves until the floor is closed or its thread interrupted. */
    void run() throws IOException {
        while (selector.isOpen() && !Thread.currentThread().isInterrupted()) {
            selector.select(this::ready);
            flushAll();
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isAcceptable()) {
                accept();
                return;
            }
            FloorPeer peer = (FloorPeer) key.attachment();
            if (key.isWritable()) {
                peer.flush(output);
            }
            if (key.isReadable()) {
                peer.read(input);
            }
        } catch (IOException e) {
            leave(key);
        }
    }

    private void accept() throws IOException {
        for (SocketChannel socket = listener.accept(); socket != null; socket = listener.accept()) {
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = socket.register(selector, SelectionKey.OP_READ);
            key.attach(new FloorPeer(key, channels, ++lastSocketId, peer -> due.add(peer)));
        }
    }

    private void flushAll() {
        List<FloorPeer> peers = due;
        due = new ArrayList<>();
        for (FloorPeer peer : peers) {
            try {
                peer.flush(output);
            } catch (IOException e) {
                leave(peer.key());
            }
        }
    }

    private void leave(SelectionKey key) {
        if (key.attachment() instanceof FloorPeer peer) {
            channels.leaveAll(peer);
        }
        try {
            key.channel().close();
        } catch (IOException e) {
            key.cancel();
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
