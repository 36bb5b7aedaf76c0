package dev.fanfare.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Passes each connection on to the first node that says it is ready, byte by byte. */
final class TcpBalancer implements AutoCloseable {
    private final ServerSocket listening;
    private final List<URI> nodes;
    private final Map<URI, AtomicInteger> accepted = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();

    private TcpBalancer(ServerSocket listening, List<URI> nodes) {
        this.listening = listening;
        this.nodes = nodes;
        nodes.forEach(node -> accepted.put(node, new AtomicInteger()));
    }

    static TcpBalancer start(List<URI> nodes) throws IOException {
        TcpBalancer balancer = new TcpBalancer(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), nodes);
        balancer.threads.submit(balancer::accept);
        return balancer;
    }

    URI webSocket() {
        return URI.create("ws://127.0.0.1:" + listening.getLocalPort() + "/app/app-key?protocol=7");
    }

    /** Connections that were passed on to the node. */
    int accepted(URI node) {
        return accepted.getOrDefault(node, new AtomicInteger()).get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.submit(() -> pass(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void pass(Socket client) {
        try (client) {
            URI node = ready();
            accepted.getOrDefault(node, new AtomicInteger()).incrementAndGet();
            try (Socket server = new Socket(node.getHost(), node.getPort())) {
                threads.submit(() -> copy(client, server));
                server.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException | InterruptedException e) {
            // One side is gone, and both sockets with it.
            return;
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // The other direction notices, too, and closes both.
            return;
        }
    }

    private URI ready() throws IOException, InterruptedException {
        for (URI node : nodes) {
            if (isReady(node)) {
                return node;
            }
        }
        throw new IOException("No node is ready");
    }

    private boolean isReady(URI node) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(node.resolve("/ready")).build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
        http.close();
    }
}
