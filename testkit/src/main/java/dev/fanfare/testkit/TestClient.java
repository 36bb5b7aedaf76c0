package dev.fanfare.testkit;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A client at the level of the wire: sends exactly the text it is given and hands out every frame in the order of its
 * arrival. WebSocket pings and Close frames are answered by themselves; pings not
 * after {@link #ignorePings}. Methods that wait throw an
 * {@link AssertionError} that says what came instead. Belongs to one test thread.
 */
public final class TestClient implements AutoCloseable {
    /** How long the {@code await} methods wait. */
    public static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final String PING = "{\"event\":\"pusher:ping\",\"data\":{}}";

    private final RawConnection connection;
    private final RawAnswer handshake;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    /** Taken while nothing is to be read. */
    private final Semaphore gate = new Semaphore(1);

    private volatile boolean answersPings = true;
    private volatile boolean saidGoodbye;
    private @Nullable String socketId;

    private TestClient(RawConnection connection, RawAnswer handshake) throws IOException {
        this.connection = connection;
        this.handshake = handshake;
        DataInputStream in = connection.input();
        Thread.ofVirtual().name("test-client").start(() -> readAll(in));
    }

    /**
     * Connects, and reads nothing yet.
     *
     * @param uri {@code ws://host:port/app/key?protocol=7}
     * @param headers further headers of the handshake
     * @throws IOException if the server does not answer 101
     */
    public static TestClient connect(URI uri, Map<String, String> headers) throws IOException {
        RawConnection connection = new RawConnection(uri.getHost(), uri.getPort());
        StringBuilder request = new StringBuilder("GET " + uri.getRawPath());
        request.append(uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        request.append(" HTTP/1.1\r\nHost: ").append(uri.getAuthority());
        request.append("\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13");
        request.append("\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        connection.send(request.append("\r\n").toString());
        RawAnswer answer = connection.readAnswer();
        if (answer.status() != 101) {
            connection.close();
            throw new IOException("Handshake at " + uri + " was answered with " + answer + ", expected 101");
        }
        return new TestClient(connection, answer);
    }

    /** Connects and waits for {@code connection_established}. */
    public static TestClient open(URI uri) throws IOException {
        TestClient client = connect(uri, Map.of());
        client.await("pusher:connection_established");
        return client;
    }

    private void readAll(DataInputStream in) {
        try {
            while (true) {
                Received next = WireFrames.read(in);
                if (next instanceof Received.Ping(String payload) && answersPings) {
                    write(WireFrames.PONG, payload.getBytes(StandardCharsets.UTF_8));
                }
                if (next instanceof Received.Close(int code, String reason) && !saidGoodbye) {
                    sendClose(code == 1005 ? 1000 : code, reason);
                }
                received.add(next);
                gate.acquire();
                gate.release();
            }
        } catch (IOException | RuntimeException | InterruptedException e) {
            received.add(new Received.End(e.toString()));
        }
    }

    /** The answer to the handshake. */
    public RawAnswer handshake() {
        return handshake;
    }

    /** The id that the server gave, once {@code connection_established} was awaited. */
    public String socketId() {
        if (socketId == null) {
            throw new IllegalStateException("No socket id yet: await pusher:connection_established first");
        }
        return socketId;
    }

    @Nullable
    String knownSocketId() {
        return socketId;
    }

    /** From now on WebSocket pings stay unanswered. */
    public void ignorePings() {
        answersPings = false;
    }

    /** Reads nothing behind the next frame, so that what the server sends piles up, until {@link #resumeReading}. */
    public void stopReading() {
        gate.acquireUninterruptibly();
    }

    /** Ends {@link #stopReading}. */
    public void resumeReading() {
        gate.release();
    }

    /** Sends one text message. */
    public void send(String text) {
        write(WireFrames.TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one binary message. */
    public void sendBinary(byte[] payload) {
        write(WireFrames.BINARY, payload);
    }

    /** Sends a WebSocket ping. */
    public void sendPing(String payload) {
        write(WireFrames.PING, payload.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a Close frame; the server's answer still arrives. */
    public void sendClose(int code, String reason) {
        saidGoodbye = true;
        write(WireFrames.CLOSE, WireFrames.closePayload(code, reason));
    }

    /** Sends bytes that need not be a WebSocket frame at all. */
    public void sendBytes(byte[] bytes) {
        try {
            connection.send(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int opcode, byte[] payload) {
        sendBytes(WireFrames.encode(opcode, payload));
    }

    /** Subscribes to a channel that needs no signature, and waits until the server confirms it. */
    public ReceivedFrame subscribe(String channel) {
        send("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"" + channel + "\"}}");
        return await("pusher_internal:subscription_succeeded");
    }

    /** Whatever comes next, WebSocket pings left out. */
    public Received awaitAnything() {
        return awaitUnless(next -> next instanceof Received.Ping);
    }

    /** The next frame. */
    public ReceivedFrame await() {
        Received next = awaitAnything();
        if (!(next instanceof Received.Text(ReceivedFrame frame))) {
            throw new AssertionError("Expected a frame, got " + next);
        }
        if (frame.event().equals("pusher:connection_established")) {
            socketId = frame.dataJson().path("socket_id").asString("");
        }
        return frame;
    }

    /** The next frame, which has to be this event. */
    public ReceivedFrame await(String event) {
        ReceivedFrame frame = await();
        if (!frame.event().equals(event)) {
            throw new AssertionError("Expected " + event + ", got " + frame);
        }
        return frame;
    }

    /** The WebSocket ping that comes next; a frame that comes before it is an error. */
    public Received.Ping awaitPing() {
        Received next = awaitUnless(any -> false);
        if (next instanceof Received.Ping ping) {
            return ping;
        }
        throw new AssertionError("Expected a WebSocket ping, got " + next);
    }

    /** The Close frame that comes next; a text frame that comes before it is an error. */
    public Received.Close awaitClose() {
        Received next = awaitAnything();
        if (next instanceof Received.Close close) {
            return close;
        }
        throw new AssertionError("Expected a Close frame, got " + next);
    }

    /** Waits until the TCP connection is closed; a frame that comes before is an error. */
    public void awaitEnd() {
        Received next = awaitAnything();
        if (!(next instanceof Received.End)) {
            throw new AssertionError("Expected the end of the connection, got " + next);
        }
    }

    /** Asks the server for a pong: everything it had sent before would come first, and nothing may. */
    public void awaitNothing() {
        send(PING);
        await("pusher:pong");
    }

    private Received awaitUnless(Predicate<Received> skipped) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        try {
            while (true) {
                Received next = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    throw new AssertionError("Nothing came within " + TIMEOUT.toSeconds() + " s");
                }
                if (!skipped.test(next)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the server", e);
        }
    }

    /** Resets the TCP connection, as a crashing client does. */
    public void drop() throws IOException {
        connection.reset();
    }

    /** Closes the TCP connection without a Close frame. */
    @Override
    public void close() throws IOException {
        connection.close();
    }
}
