package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.fanfare.sample.RunningApplication;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.outbox.Outbox;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.sdk.registry.EventPublisher;
import dev.fanfare.sdk.registry.TypedRealtime;
import dev.fanfare.spring.GameApplication.Moved;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Whether there is an outbox, and what it does to the application. */
class OutboxWiringTest {
    private static final String NO_DATABASE =
            "--spring.autoconfigure.exclude=org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class WithoutRegistry {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class WithItsOwn {
        @Bean
        RealtimeService own() {
            return new RecordingRealtimeService();
        }

        @Bean
        @Primary
        EventPublisher nowhere() {
            return (event, exceptSocketId) -> CompletableFuture.completedFuture(null);
        }
    }

    @Test
    void beansOfTheApplicationReplaceTheStartersOwn() {
        try (RunningApplication application = RunningApplication.run(WithItsOwn.class)) {
            assertThat(application.bean(RealtimeService.class)).isInstanceOf(RecordingRealtimeService.class);
            assertThat(application.bean(EventPublisher.class)).isNotInstanceOf(TransactionalOutbox.class);
        }
    }

    @Test
    void whoAsksForAPublisherGetsTheOutbox() {
        try (RunningApplication application = RunningApplication.embedded(GameApplication.class)) {
            assertThat(application.bean(EventPublisher.class)).isInstanceOf(TransactionalOutbox.class);
            assertThat(application.bean(TypedRealtime.class)).isNotNull();
        }
    }

    @Test
    void withoutADatabaseThePublisherPublishesAtOnce() throws IOException {
        try (RunningApplication application = RunningApplication.embedded(GameApplication.class, NO_DATABASE);
                TestClient client = application.client()) {
            client.subscribe("game-1");

            application.bean(EventPublisher.class).publish(new Moved("1", 1));

            assertThat(application.bean(EventPublisher.class)).isInstanceOf(TypedRealtime.class);
            assertThat(RunningApplication.awaitEvent(client, "moved").data()).isEqualTo("{\"game\":\"1\",\"turn\":1}");
        }
    }

    @Test
    void theOutboxCanBeSwitchedOff() {
        try (RunningApplication application =
                RunningApplication.embedded(GameApplication.class, "--fanfare.outbox.enabled=false")) {
            assertThat(application.bean(EventPublisher.class)).isInstanceOf(TypedRealtime.class);
            assertThat(application.context().getBeansOfType(Outbox.class)).isEmpty();
        }
    }

    @Test
    void withoutARegistryTheOutboxTakesEventsThatSayWhereTheyGo() throws IOException {
        try (RunningApplication application =
                        RunningApplication.embedded(WithoutRegistry.class, "--fanfare.outbox.id-field=");
                TestClient client = application.client()) {
            EventPublisher events = application.bean(EventPublisher.class);
            client.subscribe("news");

            events.publish(OutboundEvent.of("news", "told", new Moved("1", 1)));

            assertThat(RunningApplication.awaitEvent(client, "told").data()).isEqualTo("{\"game\":\"1\",\"turn\":1}");
            assertThatThrownBy(() -> events.publish(new Moved("1", 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("no Registry bean");
        }
    }

    /** It takes connections and answers nothing. */
    @Test
    void aServerThatDoesNotAnswerNeitherFailsNorSlowsARequestAndTheEventWaits() throws IOException, SQLException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                RunningApplication application = RunningApplication.run(
                        GameApplication.class,
                        "--fanfare.host=127.0.0.1",
                        "--fanfare.port=" + silent.getLocalPort(),
                        "--fanfare.app-id=1",
                        "--fanfare.key=k",
                        "--fanfare.secret=s",
                        "--fanfare.timeout=300ms")) {
            HealthIndicator health = application.context().getBean("fanfareHealthIndicator", HealthIndicator.class);

            assertThat(application.bean(EventPublisher.class).publish(new Moved("1", 1)))
                    .isCompleted();

            await().untilAsserted(() -> assertThat(health.health(true).getDetails())
                    .extractingByKey("lastRequest")
                    .asString()
                    .startsWith("unreachable"));
            assertThat(health.health(true).getStatus()).isEqualTo(Status.UP);
            assertThat(application.bean(Outbox.class).status().pending()).isOne();
        }
    }

    @Test
    void aSecondInstanceWithAnEmbeddedServerDoesNotStart() {
        String database = "--spring.datasource.url=jdbc:h2:mem:two";
        try (RunningApplication first = RunningApplication.embedded(GameApplication.class, database)) {
            assertThat(first.bean(Outbox.class)).isNotNull();
            assertThatThrownBy(() -> RunningApplication.embedded(GameApplication.class, database))
                    .rootCause()
                    .hasMessageContaining("another instance with a server of its own");
        }
    }

    @Test
    void aDatabaseThatTheOutboxDoesNotKnowStopsTheStartAndTheMessageSaysWhatToSet() {
        assertThatThrownBy(() ->
                        RunningApplication.embedded(GameApplication.class, "--spring.datasource.url=jdbc:hsqldb:mem:x"))
                .rootCause()
                .hasMessageContaining("HSQL Database Engine, expected PostgreSQL or H2")
                .hasMessageContaining("fanfare.outbox.enabled=false");
    }

    @Test
    void aValueOutOfRangeStopsTheStart() {
        assertThatThrownBy(() -> RunningApplication.embedded(GameApplication.class, "--fanfare.outbox.workers=17"))
                .rootCause()
                .hasMessageContaining("17 workers, expected 1 to 16");
    }
}
