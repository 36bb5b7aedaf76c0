package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Slices;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.NotYetConnectedException;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection directly on its socket: registered with epoll by itself, without a Netty channel, which would cost
 * more memory than everything else together. It owns no buffer unless something is incomplete or the peer reads too slowly.
 */
final class SocketConnection extends WebSocketConnection implements EpollIoHandle {
    private static final Logger LOG = System.getLogger(SocketConnection.class.getName());
    private static final EpollIoOps READ = EpollIoOps.EPOLLIN;
    private static final EpollIoOps READ_AND_WRITE = EpollIoOps.EPOLLIN.with(EpollIoOps.EPOLLOUT);

    private final Socket socket;
    private @Nullable IoRegistration registration;
    private @Nullable OutboundQueue queue;

    SocketConnection(LoopConnections connections, Socket socket) {
        super(connections);
        this.socket = socket;
    }

    /** Listens to the socket from now on. Called on the loop, once. */
    void register() {
        IoRegistration done = connections().loop().eventLoop().register(this).getNow();
        if (done == null) {
            broken();
            return;
        }
        registration = done;
        listenFor(READ);
    }

    private void listenFor(EpollIoOps ops) {
        try {
            if (registration != null) {
                registration.submit(ops);
            }
        } catch (UncheckedIOException e) {
            LOG.log(Level.DEBUG, "Socket could not be polled", e);
            broken();
        }
    }

    @Override
    public FileDescriptor fd() {
        return socket;
    }

    @Override
    public void handle(IoRegistration registered, IoEvent event) {
        EpollIoOps ready = ((EpollIoEvent) event).ops();
        try {
            if (ready.contains(EpollIoOps.EPOLLOUT)) {
                sendQueued();
            }
            if (!ready.equals(EpollIoOps.EPOLLOUT) && !hasEnded()) {
                receive();
            }
        } catch (IOException | NotYetConnectedException e) {
            end();
        }
    }

    private void receive() throws IOException {
        int length = connections().socketIo().receive(socket);
        if (length < 0) {
            end();
        } else {
            decode(connections().input(), 0, length);
        }
    }

    @Override
    public void write(Slices slices) {
        if (!isOpen()) {
            return;
        }
        connections().counts().sent(slices.size());
        int sent = 0;
        if (queue == null) {
            try {
                sent = connections().socketIo().send(socket, slices);
            } catch (IOException | NotYetConnectedException e) {
                broken();
                return;
            }
        }
        if (sent < slices.size()) {
            keep(slices, sent);
        }
    }

    private void keep(Slices slices, int sent) {
        int left = slices.size() - sent;
        boolean slow = !fits(left);
        int kept = slow ? SliceFrames.restOfFrame(slices, sent) : left;
        if (kept > 0) {
            SliceFrames.copy(slices, sent, kept, queueFor(kept));
        }
        if (slow) {
            closeSlowConsumer();
        }
    }

    @Override
    void transmit(byte[] frames, int length) {
        connections().counts().sent(length);
        int sent = 0;
        if (queue == null) {
            try {
                sent = connections().socketIo().send(socket, frames, 0, length);
            } catch (IOException | NotYetConnectedException e) {
                broken();
                return;
            }
        }
        if (sent < length) {
            queueFor(length - sent).add(frames, sent, length - sent);
        }
    }

    /** The queue, which is told so many bytes next. */
    private OutboundQueue queueFor(int length) {
        connections().counts().queued(length);
        if (queue == null) {
            queue = new OutboundQueue(length);
            listenFor(READ_AND_WRITE);
        }
        return queue;
    }

    private void sendQueued() throws IOException {
        if (queue == null) {
            return;
        }
        connections().counts().queued(-connections().socketIo().send(socket, queue));
        if (queue.isEmpty()) {
            queue = null;
            listenFor(READ);
            flushed();
        }
    }

    @Override
    int queued() {
        return queue == null ? 0 : queue.size();
    }

    @Override
    void shutDownOutput() {
        try {
            socket.shutdown(false, true);
        } catch (IOException | NotYetConnectedException e) {
            broken();
        }
    }

    @Override
    void release() {
        try {
            if (queue != null) {
                connections().counts().queued(-queue.size());
                queue = null;
                socket.setSoLinger(0);
            }
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Socket was not closed cleanly", e);
        }
        if (registration != null) {
            registration.cancel();
        }
    }

    /** The loop is shutting down. */
    @Override
    public void close() {
        end();
    }
}
