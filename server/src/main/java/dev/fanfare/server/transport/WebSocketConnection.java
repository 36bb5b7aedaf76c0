package dev.fanfare.server.transport;

import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.connection.Receiver;
import dev.fanfare.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket connection from its handshake to its end, without the socket: what is answered to which frame, the closing
 * handshake, and the promise that the engine hears of the end once and never from inside one of its own calls. Owned by its loop.
 */
abstract sealed class WebSocketConnection implements Connection, Frames permits SocketConnection, PipelineConnection {
    private static final Logger LOG = System.getLogger(WebSocketConnection.class.getName());

    private enum Phase {
        OPEN,
        /** A Close frame is on its way; the peer's is awaited. */
        CLOSING,
        /** A Close frame is on its way; what the peer sends cannot be read any more and is dropped until its end. */
        DEAF,
        /** Both Close frames are known; only what is queued has to go. */
        FINISHING,
        /** The socket failed; a task that ends the connection is on its way. */
        BROKEN,
        ENDED
    }

    private final LoopConnections connections;
    private int place;
    private Phase phase = Phase.OPEN;
    private @Nullable Receiver receiver;
    private @Nullable UnfinishedInput unfinished;

    WebSocketConnection(LoopConnections connections) {
        this.connections = connections;
        place = connections.add(this);
    }

    /** Sends, or queues behind what is queued, whatever that adds up to. */
    abstract void transmit(byte[] frames, int length);

    /** Bytes that the peer has not taken yet. */
    abstract int queued();

    /** Tells the peer that nothing more comes, once nothing is queued. */
    abstract void shutDownOutput();

    /** Closes the socket, with a reset if bytes are queued. */
    abstract void release();

    /** What reads this connection's frames. */
    WebSocketDecoder decoder() {
        return connections.decoder();
    }

    final LoopConnections connections() {
        return connections;
    }

    final boolean isOpen() {
        return phase == Phase.OPEN;
    }

    final boolean hasEnded() {
        return phase == Phase.ENDED;
    }

    final void moveTo(int newPlace) {
        place = newPlace;
    }

    /** Presents the connection to the engine, which may refuse it at once. */
    final void open(Admission admission, ConnectionRequest request) {
        try {
            receiver = admission.open(connections.loop(), request, this);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Reads frames from the buffer and releases it. */
    final void decode(ByteBuf buffer) {
        try {
            byte[] input = connections.input();
            while (buffer.isReadable()) {
                int length = Math.min(buffer.readableBytes(), input.length);
                buffer.readBytes(input, 0, length);
                decode(input, 0, length);
            }
        } finally {
            buffer.release();
        }
    }

    /** Reads frames from bytes that it may change. Whatever they make the engine do, nothing is thrown. */
    final void decode(byte[] bytes, int from, int to) {
        if (phase != Phase.OPEN && phase != Phase.CLOSING) {
            return;
        }
        connections.counts().received(to - from);
        try {
            unfinished = decoder().decode(unfinished, bytes, from, to, this);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            fail(e);
        }
        connections.pongs().send(this);
    }

    private void fail(Throwable defect) {
        LOG.log(Level.ERROR, "A connection is closed because handling it failed", defect);
        refused(CloseCode.INTERNAL_ERROR);
    }

    @Override
    public final void text(byte[] bytes, int from, int to) {
        Receiver open = phase == Phase.OPEN ? receiver : null;
        if (open != null) {
            open.seen();
            open.received(bytes, from, to);
        }
    }

    @Override
    public final void ping(byte[] bytes, int from, int to) {
        pong();
        if (phase == Phase.OPEN) {
            connections.pongs().add(this, bytes, from, to);
        }
    }

    @Override
    public final void pong() {
        Receiver open = phase == Phase.OPEN ? receiver : null;
        if (open != null) {
            open.seen();
        }
    }

    @Override
    public final void closed(int code) {
        startClosing(ServerFrames.close(code), connections.settings().closeTimeout(), null);
        goOnAs(Phase.FINISHING);
    }

    @Override
    public final void refused(CloseCode code) {
        close(code);
        goOnAs(Phase.DEAF);
    }

    @Override
    public final void ping() {
        byte[] ping = ServerFrames.ping();
        sendControl(ping, ping.length);
    }

    @Override
    public final void close(CloseCode code) {
        startClosing(ServerFrames.close(code), connections.settings().closeTimeout(), code);
    }

    /** Sends ping or pong frames while the connection is open and within its budget. */
    final void sendControl(byte[] frames, int length) {
        if (phase == Phase.OPEN) {
            if (fits(length)) {
                transmit(frames, length);
            } else {
                closeSlowConsumer();
            }
        }
    }

    /** Whether so many bytes more may wait for the peer. */
    final boolean fits(int length) {
        return length <= connections.settings().outboundBudget() - queued();
    }

    final void closeSlowConsumer() {
        startClosing(
                ServerFrames.close(CloseCode.SLOW_CONSUMER),
                connections.settings().slowConsumerTimeout(),
                CloseCode.SLOW_CONSUMER);
    }

    /** @param code why the server closes; null if the client does */
    private void startClosing(byte[] closeFrame, Duration timeout, @Nullable CloseCode code) {
        connections.pongs().send(this);
        if (phase != Phase.OPEN) {
            return;
        }
        phase = Phase.CLOSING;
        connections.counts().closed(code);
        transmit(closeFrame, closeFrame.length);
        long deadline = connections.loop().nanoTime() + timeout.toNanos();
        connections.deadlines().watch(now -> endIfLate(now - deadline));
        connections.loop().execute(this::reportEnd);
    }

    private boolean endIfLate(long nanosLate) {
        if (nanosLate >= 0) {
            end();
        }
        return phase != Phase.ENDED;
    }

    private void goOnAs(Phase next) {
        if (phase == Phase.CLOSING) {
            phase = next;
            unfinished = null;
            flushed();
        }
    }

    /** To be called when something may have made the queue empty. */
    final void flushed() {
        if (queued() == 0) {
            if (phase == Phase.FINISHING) {
                end();
            } else if (phase == Phase.DEAF) {
                shutDownOutput();
            }
        }
    }

    /** The socket failed, perhaps inside a call of the engine: ends the connection a little later. */
    final void broken() {
        if (phase != Phase.BROKEN && phase != Phase.ENDED) {
            countIfLost();
            phase = Phase.BROKEN;
            connections.loop().execute(this::end);
        }
    }

    /** Ends the connection at once. Not to be called from inside a call of the engine. */
    final void end() {
        if (phase == Phase.ENDED) {
            return;
        }
        countIfLost();
        phase = Phase.ENDED;
        unfinished = null;
        release();
        connections.remove(place);
        reportEnd();
    }

    private void countIfLost() {
        if (phase == Phase.OPEN) {
            connections.counts().lost();
        }
    }

    private void reportEnd() {
        Receiver told = receiver;
        receiver = null;
        if (told != null) {
            try {
                told.closed();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "The end of a connection could not be handled", e);
            }
        }
    }
}
