package dev.fanfare.platform.carrier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A carrier outside the platform, and a line to it that can be cut. Safe to use from several threads. */
public final class Exchange implements AutoCloseable {
    static final String SID = "AC1";
    static final String TOKEN = "secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final LocalCarrier carrier;
    private final HttpServer line;
    private volatile Line state = Line.WELL;
    private volatile String platform = "http://127.0.0.1:9";

    /** What happens to a text on its way to the carrier. */
    public enum Line {
        WELL,
        /** It arrives, and the answer is lost. */
        LOSES_ANSWERS,
        /** It does not arrive, and nobody says so. */
        LOSES_TEXTS,
        /** The carrier says that it has too much to do. */
        BUSY
    }

    private final class Target implements LocalCarrier.WebhookTarget {
        @Override
        public String publicBase() {
            return platform;
        }

        @Override
        public String localBase() {
            return platform;
        }
    }

    /** @param delay how long each step of a text takes */
    public Exchange(Duration delay) throws IOException {
        carrier = LocalCarrier.start(SID, TOKEN, new Target(), Clock.systemUTC(), delay);
        line = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        line.setExecutor(threads);
        line.createContext("/", this::pass);
        line.start();
    }

    public LocalCarrier carrier() {
        return carrier;
    }

    public void line(Line now) {
        state = now;
    }

    /** @param address of the platform that has the account */
    public void reports(String address) {
        platform = address;
    }

    /** The settings of a platform that has the account. */
    public String[] settings(String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--TWILIO_ACCOUNT_SID=" + SID,
                "--TWILIO_AUTH_TOKEN=" + TOKEN,
                "--platform.twilio.base-url=http://127.0.0.1:"
                        + line.getAddress().getPort(),
                "--platform.inbox.ask-after=200ms",
                "--platform.inbox.retry-after=100ms"));
        settings.addAll(Arrays.asList(more));
        return settings.toArray(String[]::new);
    }

    public RunningPlatform start(Database database) {
        RunningPlatform started = RunningPlatform.on(database, settings());
        reports(started.address("").toString());
        return started;
    }

    /** The signature of a webhook to the platform. */
    public String signature(String path, Map<String, String> form) {
        return LocalWebhooks.signature(TOKEN, platform + path, form);
    }

    public static String encoded(Map<String, String> form) {
        return LocalWebhooks.encoded(form);
    }

    private void pass(HttpExchange exchange) throws IOException {
        boolean isText = exchange.getRequestMethod().equals("POST");
        Line now = state;
        try (exchange) {
            if (isText && now == Line.LOSES_TEXTS) {
                return;
            }
            if (isText && now == Line.BUSY) {
                exchange.sendResponseHeaders(429, -1);
                return;
            }
            HttpResponse<byte[]> answer = forwarded(exchange);
            if (!isText || now != Line.LOSES_ANSWERS) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        }
    }

    private HttpResponse<byte[]> forwarded(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(carrier.address() + exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (String header : List.of("Authorization", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        line.stop(0);
        threads.shutdownNow();
        carrier.close();
    }
}
