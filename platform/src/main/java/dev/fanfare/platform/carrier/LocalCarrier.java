package dev.fanfare.platform.carrier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A carrier for those who have no account with one: it speaks the part of Twilio's HTTP API that we use, and signs its webhooks, so
 * that nothing else knows the difference. Its texts reach nobody, and it forgets them when it ends.
 */
public final class LocalCarrier implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalCarrier.class);
    private static final Pattern PATH = Pattern.compile(
            "/2010-04-01/Accounts/([^/]+)/Messages(?:\\.json|/([A-Za-z0-9]+)\\.json|/[A-Za-z0-9]+/Media/([A-Za-z0-9]+))");
    private static final int MOST_BYTES = 65_536;

    private final String accountSid;
    private final String credentials;
    private final HttpServer server;
    private final ExecutorService requests;
    private final LocalTexts texts;
    private final LocalWebhooks webhooks;

    private LocalCarrier(
            String accountSid, String authToken, HttpServer server, LocalTexts texts, LocalWebhooks webhooks) {
        this.accountSid = accountSid;
        this.server = server;
        this.texts = texts;
        this.webhooks = webhooks;
        credentials = "Basic "
                + Base64.getEncoder().encodeToString((accountSid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
        requests = Executors.newVirtualThreadPerTaskExecutor();
    }

    /**
     * Starts one on a free port of this machine.
     *
     * @param target where its webhooks go
     * @param delay how long each step of a text takes
     */
    public static LocalCarrier start(
            String accountSid, String authToken, WebhookTarget target, Clock clock, Duration delay) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            LocalWebhooks webhooks = new LocalWebhooks(authToken, target, delay);
            LocalTexts texts = new LocalTexts(accountSid, clock, webhooks);
            LocalCarrier carrier = new LocalCarrier(accountSid, authToken, server, texts, webhooks);
            server.setExecutor(carrier.requests);
            server.createContext("/", carrier::answer);
            server.start();
            return carrier;
        } catch (IOException e) {
            throw new IllegalStateException("No local carrier could be started", e);
        }
    }

    /** Where webhooks go: what the carrier takes for our address, and where that is in truth. */
    public interface WebhookTarget {
        /** What signatures are made over, without a slash at its end. */
        String publicBase();

        /** Where we listen, without a slash at its end. */
        String localBase();
    }

    /** Where its API is. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Does as if somebody had written to us, a moment later.
     *
     * @return the id of the text
     */
    public String write(Medium medium, String from, String to, String body) {
        return texts.write(medium, from, to, body, List.of());
    }

    /** The same with something that comes along. */
    public String write(Medium medium, String from, String to, String body, String contentType, byte[] attachment) {
        String url = address() + "/2010-04-01/Accounts/" + accountSid + "/Messages/MM0/Media/"
                + texts.keep(contentType, attachment);
        return texts.write(medium, from, to, body, List.of(new InboundText.Attachment(url, contentType)));
    }

    /** What it was given to send, in order. */
    public List<String> taken() {
        return texts.taken();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getRawPath());
            if (!path.matches() || !path.group(1).equals(accountSid)) {
                send(exchange, LocalTexts.refused(404, 20404, "The requested resource was not found"));
            } else if (!isOwner(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, LocalTexts.refused(401, 20003, "Authenticate"));
            } else {
                answer(exchange, path.group(2), path.group(3));
            }
        } catch (RuntimeException e) {
            LOG.warn("The local carrier could not answer {}", exchange.getRequestURI(), e);
        }
    }

    private boolean isOwner(@Nullable String authorization) {
        return authorization != null
                && MessageDigest.isEqual(
                        authorization.getBytes(StandardCharsets.UTF_8), credentials.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange, @Nullable String sid, @Nullable String mediaSid) throws IOException {
        if (mediaSid != null) {
            LocalTexts.Kept kept = texts.kept(mediaSid);
            if (kept == null) {
                send(exchange, LocalTexts.refused(404, 20404, "The requested resource was not found"));
            } else {
                send(exchange, 200, kept.contentType(), kept.bytes());
            }
        } else if (sid != null) {
            send(exchange, texts.find(sid));
        } else if (exchange.getRequestMethod().equals("POST")) {
            String body = new String(exchange.getRequestBody().readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            send(exchange, texts.take(WebhookForm.parse(body, false).fields()));
        } else {
            String query = exchange.getRequestURI().getRawQuery();
            Map<String, String> wanted =
                    WebhookForm.parse(query == null ? "" : query, false).fields();
            send(exchange, texts.list(wanted.getOrDefault("From", ""), wanted.getOrDefault("To", "")));
        }
    }

    private static void send(HttpExchange exchange, LocalTexts.Answer answer) throws IOException {
        send(exchange, answer.status(), "application/json", json(answer.body()));
    }

    private static byte[] json(JsonNode body) {
        return JsonMapper.shared().writeValueAsBytes(body);
    }

    private static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        webhooks.close();
        server.stop(0);
        requests.shutdownNow();
    }
}
