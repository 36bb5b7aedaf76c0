package dev.fanfare.server.transport;

import dev.fanfare.protocol.CloseCode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** What happens on the sockets of one loop. Counted by the loop, read by any thread, perhaps a moment late. */
final class LoopCounts {
    private static final int WEB_SOCKETS = 0;
    private static final int HTTP_CONNECTIONS = 1;
    private static final int OPENED = 2;
    private static final int RECEIVED = 3;
    private static final int SENT = 4;
    private static final int QUEUED = 5;
    private static final int CLOSED_BY_CLIENT = 6;
    private static final int LOST = 7;
    private static final int SIZE = 8;

    private final AtomicLongArray counts = new AtomicLongArray(SIZE);
    private final Map<CloseCode, AtomicLong> closedByServer = new EnumMap<>(CloseCode.class);

    LoopCounts() {
        for (CloseCode code : CloseCode.values()) {
            closedByServer.put(code, new AtomicLong());
        }
    }

    private void add(int index, long change) {
        counts.setOpaque(index, counts.getPlain(index) + change);
    }

    void opened() {
        add(OPENED, 1);
        add(WEB_SOCKETS, 1);
    }

    /** A WebSocket connection is gone. */
    void ended() {
        add(WEB_SOCKETS, -1);
    }

    /** @param code null if the client closed it */
    void closed(@Nullable CloseCode code) {
        AtomicLong ofCode = code == null ? null : closedByServer.get(code);
        if (ofCode == null) {
            add(CLOSED_BY_CLIENT, 1);
        } else {
            ofCode.incrementAndGet();
        }
    }

    /** The connection ended without a Close frame. */
    void lost() {
        add(LOST, 1);
    }

    void http(int change) {
        add(HTTP_CONNECTIONS, change);
    }

    void received(int bytes) {
        add(RECEIVED, bytes);
    }

    void sent(int bytes) {
        add(SENT, bytes);
    }

    void queued(int change) {
        add(QUEUED, change);
    }

    long queued() {
        return counts.getOpaque(QUEUED);
    }

    /** Adds these counts to the sum of several loops. */
    TransportCounts addTo(TransportCounts sum) {
        closedByServer.forEach((code, count) -> add(sum, code.name().toLowerCase(Locale.ROOT), count.get()));
        add(sum, "client", counts.getOpaque(CLOSED_BY_CLIENT));
        add(sum, "lost", counts.getOpaque(LOST));
        return new TransportCounts(
                sum.webSockets() + counts.getOpaque(WEB_SOCKETS),
                sum.httpConnections() + counts.getOpaque(HTTP_CONNECTIONS),
                sum.opened() + counts.getOpaque(OPENED),
                sum.bytesReceived() + counts.getOpaque(RECEIVED),
                sum.bytesSent() + counts.getOpaque(SENT),
                sum.queuedBytes() + counts.getOpaque(QUEUED),
                sum.closed());
    }

    private static void add(TransportCounts sum, String cause, long count) {
        if (count > 0) {
            sum.closed().merge(cause, count, Long::sum);
        }
    }
}
