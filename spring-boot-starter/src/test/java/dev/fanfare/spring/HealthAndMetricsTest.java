package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.sample.RunningApplication;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.outbox.Outbox;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.spring.GameApplication.Moved;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What Actuator shows of the application. */
class HealthAndMetricsTest {
    private static final String[] SHOWN = {
        "--management.endpoints.web.exposure.include=*",
        "--management.endpoint.health.show-details=always",
        "--management.endpoint.env.show-values=always",
        "--management.endpoint.configprops.show-values=always",
        "--fanfare.app-id=1",
        "--fanfare.key=app-key",
        "--fanfare.secret=hidden-secret",
        "--fanfare.encryption-master-key=aGlkZGVuLWtleS1oaWRkZW4ta2V5LWhpZGRlbi1rZXk="
    };

    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.embedded(GameApplication.class, SHOWN);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void healthShowsTheOutboxAndTheLastRequest() throws IOException, InterruptedException {
        application.bean(EventPublisher.class).publish(new Moved("1", 1));

        await().untilAsserted(() -> assertThat(
                        application.get("/actuator/health/fanfare").body())
                .contains("\"status\":\"UP\"")
                .contains("\"lastRequest\":\"ok, ")
                .contains("\"provider\":\"embedded\"", "\"deadLetters\":0", "\"isSole\":true", "\"lag\":"));
    }

    @Test
    void healthIsDownOnceAnotherInstanceHasTakenOver() throws IOException, InterruptedException {
        try (RunningApplication own = RunningApplication.embedded(GameApplication.class, SHOWN)) {
            Outbox outbox = own.bean(Outbox.class);
            own.bean(JdbcTemplate.class).update("UPDATE fanfare_outbox_sole SET owner = 'another'");
            await().until(() -> !outbox.status().isSole());

            assertThat(own.get("/actuator/health/fanfare").statusCode()).isEqualTo(503);
            assertThat(own.bean(MeterRegistry.class)
                            .get("fanfare.outbox.sole")
                            .gauge()
                            .value())
                    .isZero();
        }
    }

    @Test
    void withoutATableHealthIsUnknownAndNotDown() throws IOException, InterruptedException {
        try (RunningApplication own = RunningApplication.embedded(GameApplication.class, SHOWN)) {
            own.bean(JdbcTemplate.class).execute("DROP TABLE fanfare_outbox_dead");

            assertThat(own.get("/actuator/health/fanfare").body()).contains("\"status\":\"UNKNOWN\"");
            assertThat(own.bean(MeterRegistry.class)
                            .get("fanfare.outbox.pending")
                            .gauge()
                            .value())
                    .isNaN();
        }
    }

    @Test
    void whatIsPublishedAndWhatFailsIsCounted() {
        RealtimeService service = application.bean(RealtimeService.class);
        MeterRegistry meters = application.bean(MeterRegistry.class);

        service.trigger("news", "told", "well").toCompletableFuture().join();
        service.trigger("no channel", "told", "badly")
                .exceptionally(e -> null)
                .toCompletableFuture()
                .join();
        service.triggerBatch(List.of(OutboundEvent.of("news", "told", 1), OutboundEvent.of("news", "told", 2)))
                .toCompletableFuture()
                .join();
        service.channels("", Set.of()).toCompletableFuture().join();

        assertThat(meters.get("fanfare.publish")
                        .tags("operation", "publish", "outcome", "success", "kind", "none")
                        .timer()
                        .count())
                .isOne();
        assertThat(meters.get("fanfare.publish")
                        .tags("operation", "publish", "outcome", "failure", "kind", "invalid_channel")
                        .timer()
                        .count())
                .isOne();
        assertThat(meters.get("fanfare.publish.events")
                        .tags("operation", "triggerBatch", "outcome", "success")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(meters.get("fanfare.request")
                        .tag("operation", "channels")
                        .timer()
                        .count())
                .isOne();
    }

    @Test
    void theOutboxHasMeters() {
        try (RunningApplication own = RunningApplication.embedded(GameApplication.class, SHOWN)) {
            own.bean(EventPublisher.class).publish(new Moved("1", 1));
            MeterRegistry meters = own.bean(MeterRegistry.class);

            assertThat(meters.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .contains(
                            "fanfare.outbox.pending",
                            "fanfare.outbox.lag",
                            "fanfare.outbox.resting",
                            "fanfare.outbox.attempts",
                            "fanfare.outbox.dead",
                            "fanfare.outbox.sole",
                            "fanfare.outbox.published",
                            "fanfare.outbox.failures");
            await().untilAsserted(() -> assertThat(meters.get("fanfare.outbox.published")
                            .functionCounter()
                            .count())
                    .isOne());
            assertThat(meters.get("fanfare.outbox.sole").gauge().value()).isOne();
        }
    }

    @Test
    void noEndpointShowsASecret() throws IOException, InterruptedException {
        for (String path : new String[] {"/actuator/env", "/actuator/configprops"}) {
            assertThat(application.get(path).body())
                    .as(path)
                    .contains("app-key")
                    .doesNotContain("hidden-secret", "aGlkZGVu");
        }
        assertThat(application.bean(FanfareProperties.class).toString()).doesNotContain("hidden", "aGlkZGVu");
    }
}
