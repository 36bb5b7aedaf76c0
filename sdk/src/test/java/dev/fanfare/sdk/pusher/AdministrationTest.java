package dev.fanfare.sdk.pusher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.WebhookKind;
import dev.fanfare.sdk.RealtimeObserver;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.administration.Administration;
import dev.fanfare.sdk.administration.AppStanding;
import dev.fanfare.server.config.ServerConfig;
import dev.fanfare.server.config.WebhookConfig;
import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the server can do beside Pusher's API, against a real one. */
class AdministrationTest {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = RealtimeServerExtension.create(ServerConfig.development()
            .withApps(List.of(
                    app("app", AppLimits.DEFAULT),
                    app(
                            "small",
                            AppLimits.DEFAULT.with().messagesPerDay(100_000).build())))
            .with()
            .webhooks(List.of(new WebhookConfig(
                    "small", URI.create("http://127.0.0.1:9/"), EnumSet.of(WebhookKind.CLIENT_EVENT), List.of(), true)))
            .build());

    private static App app(String id, AppLimits limits) {
        return new App(
                id,
                id + "-key",
                List.of(new AppSecret(id + "-secret")),
                true,
                List.of(),
                App.DEFAULT_ACTIVITY_TIMEOUT,
                AppFeatures.DEVELOPMENT,
                limits);
    }

    private static RealtimeService service(String app) {
        return RealtimeServices.create(RealtimeSettings.fromEnvironment(Map.of(
                "PUSHER_APP_ID",
                app,
                "PUSHER_KEY",
                app + "-key",
                "PUSHER_SECRET",
                app + "-secret",
                "PUSHER_HOST",
                "127.0.0.1",
                "PUSHER_PORT",
                Integer.toString(SERVER.port()))));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    @Test
    void aFanfareServerTellsHowTheAppStandsAndClosesConnections() throws IOException {
        Administration administration = service("small").unwrap(Administration.class);
        assertThat(done(administration.standing()).plan()).isEqualTo("custom");
        assertThat(done(administration.standing()).limits()).isEqualTo(new AppStanding.Limits(100_000, null, null));

        Administration own =
                service("app").observedBy(RealtimeObserver.logging()).unwrap(Administration.class);
        try (TestClient gone = SERVER.client();
                TestClient stays = SERVER.client()) {
            assertThat(done(own.standing()).usage().peakConnections())
                    .isGreaterThanOrEqualTo(done(own.standing()).usage().connections())
                    .isGreaterThanOrEqualTo(2);

            done(own.closeConnections(List.of(gone.socketId(), "1.1"), true));

            gone.await("pusher:error");
            assertThat(gone.awaitClose().code()).isEqualTo(4200);
            stays.send("{\"event\":\"pusher:ping\",\"data\":{}}");
            stays.await("pusher:pong");
        }
    }

    @Test
    void nothingIsReplayedOrForgottenWithoutSayingWhat() {
        Administration administration = service("small").unwrap(Administration.class);

        assertThat(done(administration.webhookDeadLetters(""))).isEmpty();
        assertThat(done(administration.replayWebhooks(List.of()))).isZero();
        assertThat(done(administration.discardWebhooks(List.of()))).isZero();
        assertThat(administration.discardWebhooks(List.of(",")))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("expected those of dead letters");
    }

    @Test
    void aServerWithoutWebhooksHasNoDeadLetters() {
        Administration administration = service("app").unwrap(Administration.class);

        assertThat(done(administration.webhookDeadLetters(""))).isEmpty();
        assertThat(done(administration.replayWebhooks(List.of()))).isZero();
        assertThat(done(administration.discardWebhooks(List.of()))).isZero();
    }
}
