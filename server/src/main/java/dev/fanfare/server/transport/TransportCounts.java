package dev.fanfare.server.transport;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What has happened on the sockets of a server since its start, and what is there now.
 *
 * @param webSockets connections now
 * @param httpConnections connections that are no WebSocket, or not yet
 * @param opened handshakes that were accepted, those of connections that the app then refused too
 * @param bytesReceived of WebSocket frames
 * @param bytesSent of WebSocket frames, those that still wait too
 * @param queuedBytes that wait for peers to take them
 * @param closed by cause: the name of a close code, {@code client}, or {@code lost} without a Close frame
 */
public record TransportCounts(
        long webSockets,
        long httpConnections,
        long opened,
        long bytesReceived,
        long bytesSent,
        long queuedBytes,
        SortedMap<String, Long> closed) {
    static TransportCounts zero() {
        return new TransportCounts(0, 0, 0, 0, 0, 0, new TreeMap<>());
    }
}
