package dev.fanfare.platform.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.twilio.http.TwilioRestClient;
import dev.fanfare.platform.carrier.Carrier.Download;
import dev.fanfare.platform.carrier.LocalCarrier.WebhookTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio's own library against something that speaks as Twilio does, and against something that does not. */
class TwilioCarrierTest {
    private static final String SID = "AC1";
    private static final String TOKEN = "secret";
    private static final String OURS = "+12025550100";
    private static final String THEIRS = "+442079460123";
    private static final WebhookTarget NOWHERE = new WebhookTarget() {
        @Override
        public String publicBase() {
            return "http://127.0.0.1:9";
        }

        @Override
        public String localBase() {
            return "http://127.0.0.1:9";
        }
    };

    private final AtomicInteger asked = new AtomicInteger();
    private final LocalCarrier local = LocalCarrier.start(SID, TOKEN, NOWHERE, Clock.systemUTC(), Duration.ofHours(1));
    private final HttpServer broken = server(exchange -> answer(exchange, 500, "text/plain", "broken"));

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    private HttpServer server(Answering answering) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                try (exchange) {
                    answering.answer(exchange);
                }
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @BeforeEach
    void begin() {
        asked.set(0);
    }

    @AfterEach
    void end() {
        local.close();
        broken.stop(0);
    }

    private static Carrier carrier(URI baseUrl, String token) {
        return carrier(baseUrl, token, Duration.ofSeconds(20));
    }

    private static Carrier carrier(URI baseUrl, String token, Duration longest) {
        TwilioAccount account = new TwilioAccount(SID, token, baseUrl);
        BoundedHttp http = new BoundedHttp(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), longest);
        TwilioRestClient client = new TwilioRestClient.Builder(SID, token)
                .httpClient(new TwilioTransport(http, baseUrl))
                .build();
        return new TwilioCarrier(
                client,
                new TwilioMedia(http, account, List.of("mms.twiliocdn.com")),
                reference -> URI.create("https://desk.example/status?reference=" + reference));
    }

    private Carrier carrier() {
        return carrier(local.address(), TOKEN);
    }

    private static OutboundText text(String to, String body) {
        return new OutboundText(Medium.SMS, OURS, to, body, List.of("https://example.com/a.jpg"), "m1.1");
    }

    @Test
    void whatIsSentIsFoundAgain() throws IOException {
        Instant before = Instant.now().minusSeconds(1);
        SendOutcome outcome = carrier().send(text(THEIRS, "Olá & €5 + more"));

        assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
        String id = ((SendOutcome.Accepted) outcome).externalId();
        assertThat(((SendOutcome.Accepted) outcome).status()).isEqualTo(TextStatus.QUEUED);
        assertThat(carrier().find(id)).isNotNull();
        assertThat(carrier().find(id).body()).isEqualTo("Olá & €5 + more");
        assertThat(carrier().find("SMnone")).isNull();
        assertThat(carrier().sent(Medium.SMS, OURS, THEIRS, before))
                .extracting(CarriedText::externalId)
                .containsExactly(id);
        assertThat(carrier().sent(Medium.SMS, OURS, THEIRS, Instant.now().plusSeconds(5)))
                .isEmpty();
        assertThat(carrier().sent(Medium.WHATSAPP, OURS, THEIRS, before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"+15005550001,21211", "+15005550004,21610", "+15005550009,21614"})
    void aRefusalHasTheCarriersCode(String to, String code) {
        assertThat(carrier().send(text(to, "Hello")))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aWrongTokenIsRefused() {
        assertThat(carrier(local.address(), "wrong").send(text(THEIRS, "Hello")))
                .isInstanceOf(SendOutcome.Refused.class);
        assertThat(local.taken()).isEmpty();
    }

    @Test
    void afterAnErrorOfTheServerNobodyKnowsAndNothingIsAskedTwice() {
        assertThat(carrier(address(broken), TOKEN).send(text(THEIRS, "Hello"))).isInstanceOf(SendOutcome.Unknown.class);

        assertThat(asked).hasValue(1);
    }

    @Test
    void afterALostAnswerNobodyKnowsAndNothingIsAskedTwice() {
        HttpServer silent = server(HttpExchange::close);
        try {
            assertThat(carrier(address(silent), TOKEN).send(text(THEIRS, "Hello")))
                    .isInstanceOf(SendOutcome.Unknown.class);
            assertThat(asked).hasValue(1);
        } finally {
            silent.stop(0);
        }
    }

    @Test
    void whoIsNotThereOrTooBusyHasNothing() {
        HttpServer busy = server(exchange ->
                answer(exchange, 429, "application/json", "{\"code\":20429,\"message\":\"Busy\",\"status\":429}"));
        URI gone = address(busy);
        assertThat(carrier(gone, TOKEN).send(text(THEIRS, "Hello"))).isInstanceOf(SendOutcome.Unreached.class);
        busy.stop(0);

        assertThat(carrier(gone, TOKEN).send(text(THEIRS, "Hello"))).isInstanceOf(SendOutcome.Unreached.class);
    }

    @Test
    void whoCannotBeAskedIsNotTakenForSomebodyWhoKnowsNothing() {
        Carrier unwell = carrier(address(broken), TOKEN);

        assertThatThrownBy(() -> unwell.find("SM1")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> unwell.sent(Medium.SMS, OURS, THEIRS, Instant.EPOCH))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
                "http://169.254.169.254/latest/meta-data",
                "{base}/2010-04-01/Accounts/AC2/Messages/MM1/Media/ME1",
                "{base}/2010-04-01/Accounts/AC1/Messages/MM1/Media/../../ME1",
                "{base}/2010-04-01/Accounts/AC1/Messages.json",
                "{base}@evil.example/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1",
                "file:///etc/passwd",
                "not an address"
            })
    void nothingButTheAccountsMediaIsFetched(String url) throws IOException {
        Carrier carrier = carrier(address(broken), TOKEN);

        assertThat(carrier.download(url.replace("{base}", address(broken).toString()), 100))
                .isInstanceOf(Download.Impossible.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() throws IOException {
        HttpServer redirecting = server(exchange -> {
            exchange.getResponseHeaders().set("Location", address(broken) + "/secret");
            exchange.sendResponseHeaders(307, -1);
        });
        try {
            String url = address(redirecting) + "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
            assertThat(carrier(address(redirecting), TOKEN).download(url, 100)).isInstanceOf(Download.Impossible.class);
            assertThat(asked).hasValue(1);
        } finally {
            redirecting.stop(0);
        }
    }

    /** Sends a little of its answers, and then no more until it ends. */
    @Test
    void nobodyWaitsForTheRestOfAnAnswer() {
        CompletableFuture<Void> isOver = new CompletableFuture<>();
        HttpServer slow = server(exchange -> {
            exchange.sendResponseHeaders(200, 50);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            isOver.join();
        });
        try {
            Carrier waiting = carrier(address(slow), TOKEN, Duration.ofMillis(500));

            assertThat(waiting.send(text(THEIRS, "Hello"))).isInstanceOf(SendOutcome.Unknown.class);
            assertThatThrownBy(() -> waiting.find("SM1")).isInstanceOf(IOException.class);
            assertThatThrownBy(() ->
                            waiting.download(address(slow) + "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1", 100))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(asked).hasValue(3);
        } finally {
            isOver.complete(null);
            slow.stop(0);
        }
    }

    @Test
    void whatIsTooLargeIsNotRead() throws IOException {
        HttpServer large = server(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "image/png");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[200]);
        });
        try {
            String url = address(large) + "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1";
            assertThat(carrier(address(large), TOKEN).download(url, 100)).isInstanceOf(Download.Impossible.class);
            assertThat(carrier(address(large), TOKEN).download(url, 200)).isInstanceOf(Download.Content.class);
        } finally {
            large.stop(0);
        }
    }
}
