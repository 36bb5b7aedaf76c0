package dev.fanfare.testkit;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A TCP connection for tests of bad input: sends any bytes at all, and reads what comes back. Reads give up after
 * {@link #TIMEOUT} with a {@link java.net.SocketTimeoutException}.
 */
public final class RawConnection implements AutoCloseable {
    /** How long a read waits. */
    public static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final ReentrantLock writing = new ReentrantLock();

    /** Connects at once. */
    public RawConnection(String host, int port) throws IOException {
        socket = new Socket();
        socket.connect(new InetSocketAddress(host, port), (int) TIMEOUT.toMillis());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) TIMEOUT.toMillis());
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        out = socket.getOutputStream();
    }

    /** May be called by several threads: the bytes of one call stay together. */
    public void send(byte[] bytes) throws IOException {
        writing.lock();
        try {
            out.write(bytes);
        } finally {
            writing.unlock();
        }
    }

    /** Sends the text as UTF-8. Line ends are the caller's. */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends our half of the connection: the server reads an end of stream, we can still read. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Reads a status line with headers and, if {@code Content-Length} says so, a body. */
    public RawAnswer readAnswer() throws IOException {
        return RawAnswer.read(in);
    }

    /** Reads until the server closes; answers everything that came. */
    public byte[] readToEnd() throws IOException {
        return in.readAllBytes();
    }

    /** For {@link TestClient}, which waits as long as it lives. */
    DataInputStream input() throws IOException {
        socket.setSoTimeout(0);
        return in;
    }

    /** Stops reading and writing without a goodbye: the server sees a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
