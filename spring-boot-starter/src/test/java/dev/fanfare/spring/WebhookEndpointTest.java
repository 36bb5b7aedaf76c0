package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.Signer;
import dev.fanfare.sample.RunningApplication;
import dev.fanfare.sdk.webhook.WebhookEvent;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelOccupied;
import dev.fanfare.sdk.webhook.WebhookEvent.ChannelVacated;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.event.EventListener;

/** What the receiver of webhooks answers, and what listeners are told. */
class WebhookEndpointTest {
    private static final String PATH = "/hooks/realtime";
    private static RunningApplication application;

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Listening {
        private static final List<WebhookEvent> HEARD = new CopyOnWriteArrayList<>();

        @EventListener
        public void on(WebhookEvent event) {
            if (event.channel().equals("failing")) {
                throw new IllegalStateException("The listener fails");
            }
            HEARD.add(event);
        }
    }

    @BeforeAll
    static void start() {
        application = RunningApplication.embedded(Listening.class, "--fanfare.webhook-path=" + PATH);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @BeforeEach
    void forget() {
        Listening.HEARD.clear();
    }

    private static int post(String path, String key, String secret, String body)
            throws IOException, InterruptedException {
        return RunningApplication.send(HttpRequest.newBuilder(application.uri(path))
                        .header("Content-Type", "application/json")
                        .header("X-Pusher-Key", key)
                        .header("X-Pusher-Signature", new Signer(new AppSecret(secret)).sign(body))
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static String webhook(String... events) {
        List<String> all = new ArrayList<>();
        for (String event : events) {
            all.add("{\"name\":\"" + event.replace(" ", "\",\"channel\":\"") + "\"}");
        }
        return "{\"time_ms\":1,\"events\":[" + String.join(",", all) + "]}";
    }

    @Test
    void listenersAreToldOfEachEventInItsOrder() throws IOException, InterruptedException {
        int status = post(PATH, "app-key", "app-secret", webhook("channel_occupied a", "channel_vacated a"));

        assertThat(status).isEqualTo(200);
        assertThat(Listening.HEARD).containsExactly(new ChannelOccupied("a"), new ChannelVacated("a"));
    }

    @Test
    void aWrongKeyOrSignatureIsUnauthorizedAndNobodyIsTold() throws IOException, InterruptedException {
        String body = webhook("channel_occupied a");

        assertThat(post(PATH, "another-key", "app-secret", body)).isEqualTo(401);
        assertThat(post(PATH, "app-key", "another-secret", body)).isEqualTo(401);
        assertThat(application.post(PATH, "", "").statusCode()).as("unsigned").isEqualTo(401);
        assertThat(Listening.HEARD).isEmpty();
    }

    @Test
    void aSignedBodyThatIsNoWebhookIsABadRequest() throws IOException, InterruptedException {
        assertThat(post(PATH, "app-key", "app-secret", "not JSON")).isEqualTo(400);
    }

    @Test
    void aListenerThatFailsMakesTheServerSendTheWebhookAgain() throws IOException, InterruptedException {
        int status = post(PATH, "app-key", "app-secret", webhook("channel_occupied failing"));

        assertThat(status).isEqualTo(500);
    }

    @Test
    void thePathIsTheOneThatWasSet() throws IOException, InterruptedException {
        assertThat(post("/api/pusher/webhook", "app-key", "app-secret", webhook()))
                .isEqualTo(404);
        assertThatThrownBy(() -> RunningApplication.embedded(Listening.class, "--fanfare.webhook-path=hooks"))
                .rootCause()
                .hasMessageContaining("fanfare.webhook-path is `hooks`");
    }

    @Test
    void theEndpointsCanBeSwitchedOff() throws IOException, InterruptedException {
        try (RunningApplication off = RunningApplication.embedded(
                GameApplication.class, "--fanfare.auth.enabled=false", "--fanfare.webhook.enabled=false")) {
            for (String path :
                    List.of("/pusher/auth", "/pusher/auth/batch", "/pusher/user-auth", "/api/pusher/webhook")) {
                assertThat(off.post(path, "", "ann").statusCode()).as(path).isEqualTo(404);
            }
        }
    }
}
