package dev.fanfare.conformance;

import static org.awaitility.Awaitility.await;

import dev.fanfare.server.Server;
import dev.fanfare.server.config.AddressBlock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A proxy speaks TLS in front of the server, configured as {@code docs/guides/tls.md} says. */
abstract class BehindProxy {
    private static final Path GUIDE = Path.of("../docs/guides/tls.md");

    @TempDir
    private Path folder;

    private @Nullable Server server;
    private @Nullable Process proxy;

    /**
     * The command that runs the proxy in the foreground.
     *
     * @param folder for its files
     * @param port where it has to listen
     * @param serverPort where the server does
     */
    abstract List<String> command(Path folder, CertificateFiles files, int port, int serverPort) throws IOException;

    @TestFactory
    List<DynamicTest> sdk() throws IOException, InterruptedException {
        CertificateFiles files = CertificateFiles.make(folder);
        Server started = Server.start(ConformanceServer.CONFIG
                .with()
                .trustedProxies(List.of(AddressBlock.parse("127.0.0.1")))
                .transport(ConformanceServer.CONFIG.transport().withCompression(true))
                .build());
        server = started;
        int port = freePort();
        proxy = new ProcessBuilder(command(folder, files, port, started.port()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        await().atMost(20, TimeUnit.SECONDS).until(() -> listens(port));
        return NodeTests.run(
                "tls", port, Map.of("NODE_EXTRA_CA_CERTS", files.certificate().toString()));
    }

    /** Proxies cannot be told to take any free port and say which. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** The block of the guide that begins with a line, without its fences. */
    static String block(String firstLine) throws IOException {
        Matcher matcher = Pattern.compile("```\\w*\n(" + Pattern.quote(firstLine) + "\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE));
        if (!matcher.find()) {
            throw new AssertionError(GUIDE + " has no block that begins with " + firstLine);
        }
        return matcher.group(1);
    }

    /** Replaces what a reader has to replace, too; each must be there. */
    static String replaced(String text, String... pairs) {
        String result = text;
        for (int i = 0; i < pairs.length; i += 2) {
            if (!result.contains(pairs[i])) {
                throw new AssertionError("The guide does not say " + pairs[i]);
            }
            result = result.replace(pairs[i], pairs[i + 1]);
        }
        return result;
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            proxy.waitFor();
        }
        if (server != null) {
            server.close();
        }
    }
}
