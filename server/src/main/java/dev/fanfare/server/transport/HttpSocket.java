package dev.fanfare.server.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.IoEvent;
import io.netty.channel.IoRegistration;
import io.netty.channel.epoll.EpollIoEvent;
import io.netty.channel.epoll.EpollIoHandle;
import io.netty.channel.epoll.EpollIoOps;
import io.netty.channel.unix.FileDescriptor;
import io.netty.channel.unix.Socket;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.NotYetConnectedException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP connection directly on its socket, for as long as every request on it arrives whole. Back ends that publish send
 * nothing else, and Netty's share of such a request is larger than that of its signature. Owned by the loop.
 */
final class HttpSocket implements EpollIoHandle, HttpConnection, AnswerOutlet {
    private static final Logger LOG = System.getLogger(HttpSocket.class.getName());
    private static final byte[] NOTHING = {};
    /** Epoll reports errors and hang-ups unasked. Not NONE, from which Netty's registrations do not come back. */
    private static final EpollIoOps PAUSED = EpollIoOps.EPOLLERR;

    /** How long the rest of a request may take before Netty waits for it. */
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(500);

    private final LoopConnections connections;
    private final HttpPipeline pipelines;
    private final Socket socket;
    private final RequestServer server;

    private @Nullable IoRegistration registration;
    /** Read, but not served. */
    private byte[] kept = NOTHING;
    /** Answers that the client has not taken; while there are any, nothing is read. */
    private @Nullable ByteBuf unsent;

    private EpollIoOps listening = PAUSED;
    private long lastUse;
    private boolean leaving;
    private boolean inputEnded;
    private boolean closing;
    private boolean gone;

    HttpSocket(LoopConnections connections, HttpPipeline pipelines, Peer peer, Socket socket) {
        this.connections = connections;
        this.pipelines = pipelines;
        this.socket = socket;
        server = pipelines.http().newServer(peer, this, this::proceed);
    }

    /** Serves a request, and what was read behind it, and listens to the socket from now on. */
    void begin(WholeRequest first, ByteBuf early) {
        connections.addHttp(this);
        byte[] bytes = new byte[early.readableBytes()];
        early.readBytes(bytes).release();
        registration = connections.loop().eventLoop().register(this).getNow();
        if (registration == null) {
            end();
            return;
        }
        closing = connections.isClosing();
        server.beginTurn();
        server.serve(first);
        server.endTurn();
        take(bytes, 0, bytes.length);
    }

    @Override
    public FileDescriptor fd() {
        return socket;
    }

    @Override
    public void handle(IoRegistration registered, IoEvent event) {
        EpollIoOps ready = ((EpollIoEvent) event).ops();
        if (listening.equals(PAUSED)) {
            end();
            return;
        }
        try {
            if (ready.contains(EpollIoOps.EPOLLOUT)) {
                sendUnsent();
            }
            if (!gone && listening.contains(EpollIoOps.EPOLLIN) && !ready.equals(EpollIoOps.EPOLLOUT)) {
                receive();
            }
        } catch (IOException | NotYetConnectedException e) {
            end();
        }
    }

    private void receive() throws IOException {
        int length = connections.socketIo().receive(socket);
        if (length < 0) {
            inputEnded = true;
            proceed();
        } else if (length > 0) {
            take(connections.input(), 0, length);
        }
    }

    /** Serves what is whole in what was kept and the bytes, and keeps the rest. */
    private void take(byte[] bytes, int from, int to) {
        lastUse = connections.deadlines().now();
        byte[] input = bytes;
        int at = from;
        int end = to;
        if (kept.length > 0) {
            input = Arrays.copyOf(kept, kept.length + to - from);
            System.arraycopy(bytes, from, input, kept.length, to - from);
            at = 0;
            end = input.length;
        }
        kept = NOTHING;
        at = serve(input, at, end);
        if (!gone) {
            kept = at == end ? NOTHING : Arrays.copyOfRange(input, at, end);
            settle();
        }
    }

    private int serve(byte[] input, int from, int to) {
        WholeRequestReader reader = pipelines.reader();
        int at = from;
        server.beginTurn();
        while (at < to && !leaving && !gone && !server.isFull()) {
            WholeRequest request = reader.read(input, at, to);
            if (request != null) {
                at = reader.position();
                server.serve(request);
            } else if (reader.isIncomplete()) {
                break;
            } else {
                leaving = true;
            }
        }
        server.endTurn();
        return at;
    }

    /** Answers have gone, or the input has ended: goes on with what waited for it. */
    private void proceed() {
        if (!gone) {
            take(NOTHING, 0, 0);
        }
    }

    /** Decides what to wait for, or whether it is over here. */
    private void settle() {
        boolean idle = server.isIdle() && unsent == null;
        if (idle && closing) {
            end();
        } else if (idle && (leaving || inputEnded && kept.length > 0)) {
            leave();
        } else if (idle && inputEnded) {
            end();
        } else {
            boolean reading = unsent == null && !leaving && !inputEnded && !server.isFull();
            listenFor(unsent != null ? EpollIoOps.EPOLLOUT : reading ? EpollIoOps.EPOLLIN : PAUSED);
        }
    }

    private void listenFor(EpollIoOps ops) {
        IoRegistration registered = registration;
        if (registered != null && !ops.equals(listening)) {
            listening = ops;
            registered.submit(ops);
        }
    }

    /** Leaves the socket to a pipeline. */
    private void leave() {
        byte[] bytes = kept;
        forget();
        pipelines.takeBack(socket, bytes);
    }

    private void forget() {
        gone = true;
        kept = NOTHING;
        server.release();
        connections.removeHttp(this);
        if (registration != null) {
            registration.cancel();
        }
        if (unsent != null) {
            unsent.release();
            unsent = null;
        }
    }

    @Override
    public void end() {
        if (!gone) {
            forget();
            try {
                socket.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "Socket was not closed cleanly", e);
            }
        }
    }

    @Override
    public void closeWhenAnswered() {
        closing = true;
        proceed();
    }

    @Override
    public boolean check(long now) {
        if (!gone && now - lastUse >= connections.settings().keepAlive().toNanos()) {
            end();
        } else if (!gone && kept.length > 0 && now - lastUse >= PATIENCE) {
            leaving = true;
            settle();
        }
        return !gone;
    }

    /** The loop is shutting down. */
    @Override
    public void close() {
        end();
    }

    @Override
    public boolean inLoop() {
        return connections.loop().inLoop();
    }

    @Override
    public void execute(Runnable task) {
        connections.loop().execute(task);
    }

    @Override
    public boolean isWritable() {
        return unsent == null;
    }

    @Override
    public ByteBuf allocate(int size) {
        return Unpooled.buffer(size);
    }

    @Override
    public void send(ByteBuf bytes, int answers) {
        if (gone) {
            bytes.release();
            return;
        }
        if (unsent != null) {
            unsent.writeBytes(bytes);
            bytes.release();
            return;
        }
        unsent = bytes;
        try {
            sendUnsent();
        } catch (IOException | NotYetConnectedException e) {
            LOG.log(Level.DEBUG, "An answer was not sent", e);
            execute(this::end);
        }
    }

    private void sendUnsent() throws IOException {
        ByteBuf bytes = unsent;
        if (bytes == null) {
            return;
        }
        int from = bytes.arrayOffset() + bytes.readerIndex();
        bytes.skipBytes(connections.socketIo().send(socket, bytes.array(), from, bytes.readableBytes()));
        if (!bytes.isReadable()) {
            bytes.release();
            unsent = null;
            if (listening.contains(EpollIoOps.EPOLLOUT)) {
                execute(this::proceed);
            }
        }
    }

    @Override
    public void sendLast(ByteBuf bytes, int answers, boolean unread) {
        closing = true;
        send(bytes, answers);
    }
}
