package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket client, as small as it can be: whole text frames come out, masked text frames go in. */
final class WebSocketConnection extends Peer {
    /** Hears of one connection's frames. */
    interface Listener {
        /** The text lies in the buffer from {@code from} to {@code to}, until the call returns. */
        void text(WebSocketConnection connection, ByteBuffer buffer, int from, int to) throws IOException;

        /** The time at which the frames that follow were read, as {@link System#nanoTime}. */
        default void readAt(long nanos) {}
    }

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int FINAL = 0x80;

    private final int number;
    private final Target target;
    private Listener listener;
    private boolean upgraded;

    WebSocketConnection(Reactor reactor, int number, Target target, Listener listener) {
        super(reactor);
        this.number = number;
        this.target = target;
        this.listener = listener;
    }

    int number() {
        return number;
    }

    /** Hands the frames that follow to somebody else. */
    void listen(Listener other) {
        listener = other;
    }

    @Override
    void connected() throws IOException {
        write(ByteBuffer.wrap(target.upgradeRequest()));
    }

    void sendText(byte[] text) throws IOException {
        write(MaskedFrame.of(TEXT, text));
    }

    @Override
    int received(ByteBuffer buffer, int end) throws IOException {
        int from = upgraded ? 0 : upgrade(buffer, end);
        listener.readAt(System.nanoTime());
        while (upgraded && from + 2 <= end) {
            int length = buffer.get(from + 1) & 0xff;
            int body = from + 2;
            if (length == 126) {
                if (from + 4 > end) {
                    break;
                }
                length = buffer.getShort(from + 2) & 0xffff;
                body = from + 4;
            } else if (length == 127) {
                if (from + 10 > end) {
                    break;
                }
                length = Math.toIntExact(buffer.getLong(from + 2));
                body = from + 10;
            }
            if (body + length > end) {
                break;
            }
            frame(buffer.get(from) & 0xff, buffer, body, body + length);
            from = body + length;
        }
        return from;
    }

    private void frame(int head, ByteBuffer buffer, int from, int to) throws IOException {
        switch (head) {
            case FINAL | TEXT -> listener.text(this, buffer, from, to);
            case FINAL | PING -> write(MaskedFrame.of(PONG, bytes(buffer, from, to)));
            case FINAL | PONG -> {}
            case FINAL | CLOSE ->
                throw new LoadFailure("The server closed connection " + this + " with "
                        + (to - from < 2 ? "no code" : "code " + (buffer.getShort(from) & 0xffff)));
            default ->
                throw new LoadFailure("The server sent a WebSocket frame that starts with 0x"
                        + Integer.toHexString(head) + "; only whole text and control frames are expected");
        }
    }

    private int upgrade(ByteBuffer buffer, int end) {
        for (int at = 0; at + 4 <= end; at++) {
            if (buffer.get(at) == '\r' && buffer.get(at + 2) == '\r' && buffer.get(at + 3) == '\n') {
                String answer = new String(bytes(buffer, 0, at), StandardCharsets.US_ASCII);
                if (!answer.startsWith("HTTP/1.1 101 ") || !answer.contains(target.expectedAccept())) {
                    throw new LoadFailure("The server did not upgrade: " + answer);
                }
                upgraded = true;
                return at + 4;
            }
        }
        return 0;
    }

    private static byte[] bytes(ByteBuffer buffer, int from, int to) {
        byte[] bytes = new byte[to - from];
        buffer.get(from, bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "of client " + number;
    }
}
