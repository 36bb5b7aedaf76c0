package dev.fanfare.server.transport;

import org.jspecify.annotations.Nullable;

/** The answers to the pings of one read, sent with one call however many there were. One for each loop. */
final class Pongs {
    private final byte[] frames = new byte[16 * 1024];
    private int length;
    private @Nullable WebSocketConnection connection;

    void add(WebSocketConnection pinged, byte[] payload, int from, int to) {
        if (frames.length - length < ServerFrames.MAX_CONTROL_LENGTH) {
            send(pinged);
        }
        connection = pinged;
        length = ServerFrames.putPong(frames, length, payload, from, to);
    }

    /** Sends what is there for the connection, if it is for that one. */
    void send(WebSocketConnection pinged) {
        if (connection == pinged) {
            int sent = length;
            connection = null;
            length = 0;
            pinged.sendControl(frames, sent);
        }
    }
}
