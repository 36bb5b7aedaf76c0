package dev.fanfare.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk fills up while it runs: the shell allows its files a largest size. */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FullDiskIT {
    /** In blocks of 512 bytes; a start needs 64 KB. */
    private static final String LARGEST_FILE = "200";

    private static final int CHANNELS = 1_000;
    private static final Pattern CHANNEL = Pattern.compile("channel_occupied\",\"channel\":\"(c[0-9]+)\"");

    @TempDir
    private Path folder;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile int status = 503;

    @Test
    void webhooksGoOnFromMemoryAndTheLossIsSaidOnce() throws Exception {
        HttpServer endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/", this::receive);
        endpoint.start();
        Process server = start("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/");
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
                HttpClient http = HttpClient.newHttpClient()) {
            WebSocket client = http.newWebSocketBuilder()
                    .buildAsync(webSocket(out.readLine()), new WebSocket.Listener() {})
                    .get();
            List<String> said = new CopyOnWriteArrayList<>();
            Thread.ofVirtual().start(() -> out.lines().forEach(said::add));
            for (int i = 0; i < CHANNELS; i++) {
                client.sendText("{\"event\":\"pusher:subscribe\",\"data\":{\"channel\":\"c" + i + "\"}}", true)
                        .get();
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> losses(said) == 1);

            status = 200;
            await().atMost(Duration.ofSeconds(40)).until(() -> told.size() == CHANNELS);

            server.toHandle().destroy();
            assertThat(server.waitFor()).isZero();
            assertThat(losses(said)).as(said::toString).isEqualTo(1);
        } finally {
            server.destroyForcibly();
            endpoint.stop(0);
        }
    }

    private static long losses(List<String> said) {
        return said.stream()
                .filter(line -> line.contains("can no longer be written to"))
                .count();
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int answer = status;
        Matcher channels = CHANNEL.matcher(body);
        while (answer == 200 && channels.find()) {
            told.add(channels.group(1));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private static URI webSocket(String greeting) {
        assertThat(greeting).startsWith("Fanfare listens on http://");
        return URI.create("ws" + greeting.substring(greeting.indexOf("://"), greeting.indexOf(" (")) + "/app/app-key");
    }

    private Process start(String webhook) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f " + LARGEST_FILE + "; exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:-UsePerfData",
                        "-cp",
                        classPath(),
                        Main.class.getName(),
                        "--port=0",
                        "--data=" + folder,
                        "--webhook=" + webhook)
                .redirectErrorStream(true)
                .start();
    }

    /** Without a logging library that only tests bring along, and that Netty would take. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("slf4j"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
