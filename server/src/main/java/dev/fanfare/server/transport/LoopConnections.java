package dev.fanfare.server.transport;

import dev.fanfare.protocol.CloseCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connections of one loop, and what they share so that each can be small. Owned by the loop. */
final class LoopConnections {
    private static final int INPUT_SIZE = 64 * 1024;

    private final NettyLoop loop;
    private final TransportSettings settings;
    private final WebSocketDecoder decoder;
    private final Deadlines deadlines;
    private final byte[] input = new byte[INPUT_SIZE];
    private final Pongs pongs = new Pongs();
    private final List<WebSocketConnection> open = new ArrayList<>();
    private final Set<HttpConnection> http = new HashSet<>();
    private final LoopCounts counts = new LoopCounts();
    private final LoopLag lag;

    private @Nullable SocketIo socketIo;
    private @Nullable Compression compression;
    private boolean closing;
    private @Nullable Runnable whenEmpty;

    LoopConnections(NettyLoop loop, TransportSettings settings) {
        this.loop = loop;
        this.settings = settings;
        decoder = new WebSocketDecoder(settings.maxMessageSize());
        deadlines = new Deadlines(loop);
        lag = new LoopLag(loop);
    }

    NettyLoop loop() {
        return loop;
    }

    TransportSettings settings() {
        return settings;
    }

    WebSocketDecoder decoder() {
        return decoder;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    Pongs pongs() {
        return pongs;
    }

    /** Where bytes lie while they are decoded. */
    byte[] input() {
        return input;
    }

    SocketIo socketIo() {
        if (socketIo == null) {
            socketIo = new SocketIo(input);
        }
        return socketIo;
    }

    Compression compression() {
        if (compression == null) {
            compression = new Compression(settings.maxMessageSize());
        }
        return compression;
    }

    LoopCounts counts() {
        return counts;
    }

    LoopLag lag() {
        return lag;
    }

    /** Returns the connection's place, which {@link #remove} has to be told. */
    int add(WebSocketConnection connection) {
        open.add(connection);
        counts.opened();
        return open.size() - 1;
    }

    void remove(int place) {
        counts.ended();
        WebSocketConnection last = open.removeLast();
        if (place < open.size()) {
            open.set(place, last);
            last.moveTo(place);
        }
        checkEmpty();
    }

    void addHttp(HttpConnection connection) {
        http.add(connection);
        counts.http(1);
        deadlines.watch(connection);
    }

    void removeHttp(HttpConnection connection) {
        if (http.remove(connection)) {
            counts.http(-1);
        }
        checkEmpty();
    }

    private void checkEmpty() {
        Runnable told = whenEmpty;
        if (told != null && open.isEmpty() && http.isEmpty()) {
            whenEmpty = null;
            told.run();
        }
    }

    /**
     * Says goodbye to all.
     *
     * @param empty run on the loop, once, when the last one is gone
     */
    void closeAll(Runnable empty) {
        closing = true;
        whenEmpty = empty;
        List.copyOf(http).forEach(HttpConnection::closeWhenAnswered);
        List.copyOf(open).forEach(connection -> connection.close(CloseCode.SHUTTING_DOWN));
        checkEmpty();
    }

    /** Whether a connection that opens now comes too late. */
    boolean isClosing() {
        return closing;
    }

    /** Ends those that are left, without a word, and frees what is not on the heap. */
    void endAll() {
        List.copyOf(http).forEach(HttpConnection::end);
        List.copyOf(open).forEach(WebSocketConnection::end);
        if (socketIo != null) {
            socketIo.free();
            socketIo = null;
        }
        if (compression != null) {
            compression.free();
            compression = null;
        }
    }
}
