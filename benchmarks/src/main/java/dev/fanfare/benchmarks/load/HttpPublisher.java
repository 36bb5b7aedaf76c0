package dev.fanfare.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * An HTTP connection with one or more requests in flight. Every answer must be a 200 with a Content-Length. Where the server
 * closes the connection behind an answer, another takes its place.
 */
final class HttpPublisher extends Peer {
    private static final byte[] LENGTH_NAME = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);

    private final int number;
    private final Consumer<HttpPublisher> answered;
    private int inFlight;
    private boolean closing;

    /** @param answered called after each answer */
    HttpPublisher(Reactor reactor, int number, Consumer<HttpPublisher> answered) {
        super(reactor);
        this.number = number;
        this.answered = answered;
    }

    int number() {
        return number;
    }

    /** Requests that have no answer yet. */
    int inFlight() {
        return inFlight;
    }

    void send(ByteBuffer request) throws IOException {
        inFlight++;
        write(request);
    }

    @Override
    void connected() {}

    @Override
    int received(ByteBuffer buffer, int end) throws IOException {
        int from = 0;
        while (true) {
            int next = answer(buffer, from, end);
            if (next < 0) {
                return from;
            }
            from = next;
            inFlight--;
            if (closing) {
                closing = false;
                reconnect();
            }
            answered.accept(this);
        }
    }

    /** @return the position behind the answer at {@code from}, or -1 if it is not complete */
    private int answer(ByteBuffer buffer, int from, int end) {
        int length = -1;
        for (int line = from; line < end; ) {
            int lineEnd = line;
            while (lineEnd < end && buffer.get(lineEnd) != '\n') {
                lineEnd++;
            }
            if (lineEnd == end) {
                return -1;
            }
            if (lineEnd - line == 1) {
                if (buffer.get(from + 9) != '2' || buffer.get(from + 11) != '0' || length < 0) {
                    throw new LoadFailure("A publish was answered: " + text(buffer, from, end));
                }
                return lineEnd + 1 + length <= end ? lineEnd + 1 + length : -1;
            }
            if (startsWith(CLOSE, buffer, line, lineEnd)) {
                closing = true;
            } else if (startsWith(LENGTH_NAME, buffer, line, lineEnd)) {
                length = Integer.parseInt(
                        text(buffer, line + LENGTH_NAME.length, lineEnd).strip());
            }
            line = lineEnd + 1;
        }
        return -1;
    }

    private static boolean startsWith(byte[] start, ByteBuffer buffer, int line, int lineEnd) {
        if (lineEnd - line < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((buffer.get(line + i) | 0x20) != (start[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private static String text(ByteBuffer buffer, int from, int to) {
        byte[] bytes = new byte[Math.min(to - from, 400)];
        buffer.get(from, bytes);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "of publisher " + number;
    }
}
