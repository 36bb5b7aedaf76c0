package dev.fanfare.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint of webhooks that says the same to everybody, and then nothing, or more of it without end. */
final class BadEndpoint implements AutoCloseable {
    private final ServerSocket listening;
    private final AtomicInteger requests = new AtomicInteger();

    private BadEndpoint(ServerSocket listening) {
        this.listening = listening;
    }

    static BadEndpoint start(String answer, boolean endless) throws IOException {
        BadEndpoint endpoint = new BadEndpoint(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(() -> endpoint.accept(answer.getBytes(StandardCharsets.ISO_8859_1), endless));
        return endpoint;
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    int requests() {
        return requests.get();
    }

    private void accept(byte[] answer, boolean endless) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                requests.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(socket, answer, endless));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket socket, byte[] answer, boolean endless) {
        try (socket) {
            InputStream in = socket.getInputStream();
            in.read(new byte[10_000]);
            socket.getOutputStream().write(answer);
            while (endless) {
                socket.getOutputStream().write(new byte[1_000]);
            }
        } catch (IOException e) {
            // The server has had enough of it.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
