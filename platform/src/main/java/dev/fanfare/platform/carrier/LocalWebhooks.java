package dev.fanfare.platform.carrier;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhooks of the local carrier, signed as Twilio signs. */
final class LocalWebhooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWebhooks.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int TRIES = 4;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ScheduledExecutorService later;
    private final String authToken;
    private final LocalCarrier.WebhookTarget target;
    private final Duration delay;

    LocalWebhooks(String authToken, LocalCarrier.WebhookTarget target, Duration delay) {
        this.authToken = authToken;
        this.target = target;
        this.delay = delay;
        later = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("fanfare-carrier").daemon().factory());
    }

    /** Base64 of the HMAC-SHA1 of the address and of all fields by their names. */
    static String signature(String authToken, String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA1", e);
        }
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Tells of a text that has come. */
    void deliver(Map<String, String> form) {
        after(delay, () -> post(target.publicBase() + TwilioWebhookController.PATH, form, 1));
    }

    /** Tells of one step after the other. */
    void report(String url, List<String> steps, Function<String, Map<String, String>> form) {
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            after(delay.multipliedBy(i + 1L), () -> post(url, form.apply(step), 1));
        }
    }

    private void after(Duration wait, Runnable task) {
        try {
            later.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The local carrier has ended", e);
        }
    }

    private void post(String url, Map<String, String> form, int attempt) {
        String address = url.startsWith(target.publicBase())
                ? target.localBase() + url.substring(target.publicBase().length())
                : url;
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", signature(authToken, url, form))
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300) {
                LOG.warn("A webhook of the local carrier is answered {}", status);
            }
        } catch (IOException e) {
            if (attempt < TRIES) {
                after(Duration.ofSeconds(attempt), () -> post(url, form, attempt + 1));
            } else {
                LOG.warn("A webhook of the local carrier does not arrive: {}", e.toString());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        http.shutdownNow();
    }
}
