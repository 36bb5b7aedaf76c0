package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One TCP connection to the server. Belongs to the reactor's thread. */
abstract class Peer {
    private final Reactor reactor;
    private @Nullable InetSocketAddress address;
    private @Nullable SelectionKey key;
    private byte @Nullable [] unread;
    private @Nullable ByteBuffer unwritten;

    Peer(Reactor reactor) {
        this.reactor = reactor;
    }

    final void connect(InetSocketAddress address) {
        this.address = address;
        try {
            key = reactor.connect(this, address);
            connected();
        } catch (IOException e) {
            throw new LoadFailure("Cannot connect to " + address + ": " + e.getMessage(), e);
        }
    }

    /** The connection is there: say something. */
    abstract void connected() throws IOException;

    /**
     * Bytes arrived, behind those that were left over the last time.
     *
     * @return the position behind the last byte used; the rest comes again with the bytes that follow
     */
    abstract int received(ByteBuffer buffer, int end) throws IOException;

    /** Sends now what the socket takes, and the rest when it takes more. */
    final void write(ByteBuffer bytes) throws IOException {
        SelectionKey registered = registered();
        if (unwritten == null) {
            ((SocketChannel) registered.channel()).write(bytes);
        }
        if (bytes.hasRemaining()) {
            keep(bytes);
            registered.interestOpsOr(SelectionKey.OP_WRITE);
        }
    }

    final void ready(SelectionKey ready) throws IOException {
        SocketChannel channel = (SocketChannel) ready.channel();
        if (ready.isWritable() && unwritten != null) {
            flush(channel, unwritten);
        }
        if (ready.isReadable()) {
            read(channel);
        }
    }

    final void close() throws IOException {
        registered().channel().close();
    }

    /** Goes on over a new connection to the same address. */
    final void reconnect() throws IOException {
        close();
        if (address != null) {
            connect(address);
        }
    }

    private void read(SocketChannel channel) throws IOException {
        ByteBuffer buffer = reactor.scratch().clear();
        if (unread != null) {
            buffer.put(unread);
            unread = null;
        }
        if (!buffer.hasRemaining()) {
            throw new LoadFailure("The server sent a frame or response of more than " + buffer.capacity() + " bytes");
        }
        if (channel.read(buffer) < 0) {
            throw new LoadFailure("The server closed connection " + this);
        }
        int end = buffer.position();
        int used = received(buffer, end);
        if (used < end) {
            unread = new byte[end - used];
            buffer.get(used, unread);
        }
    }

    private void flush(SocketChannel channel, ByteBuffer bytes) throws IOException {
        channel.write(bytes);
        if (!bytes.hasRemaining()) {
            unwritten = null;
            registered().interestOps(SelectionKey.OP_READ);
        }
    }

    private void keep(ByteBuffer bytes) {
        int before = unwritten == null ? 0 : unwritten.remaining();
        ByteBuffer all = ByteBuffer.allocate(before + bytes.remaining());
        if (unwritten != null) {
            all.put(unwritten);
        }
        unwritten = all.put(bytes).flip();
    }

    private SelectionKey registered() {
        if (key == null) {
            throw new IllegalStateException("Connection " + this + " was used before connect()");
        }
        return key;
    }
}
