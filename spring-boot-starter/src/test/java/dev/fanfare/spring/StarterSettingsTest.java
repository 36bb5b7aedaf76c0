package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sample.RunningApplication;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.RealtimeSettings.ClientAddress;
import dev.fanfare.sdk.outbox.OutboxSettings;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/** What properties become. */
class StarterSettingsTest {
    private static final String MASTER_KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static FanfareProperties bound(String... pairs) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put("fanfare." + pairs[i], pairs[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("fanfare", FanfareProperties.class);
    }

    @Test
    void withoutPropertiesItIsAsTheEnvironmentSays() {
        Map<String, String> environment = Map.of("PUSHER_APP_ID", "1", "PUSHER_KEY", "k", "PUSHER_SECRET", "s");

        assertThat(bound().settings(environment))
                .usingRecursiveComparison()
                .isEqualTo(RealtimeSettings.fromEnvironment(environment));
        assertThat(bound().outbox().settings(bound().maxDataSize())).isEqualTo(OutboxSettings.DEFAULT);
    }

    @Test
    void everyPropertyReachesItsSetting() {
        RealtimeSettings settings = bound(
                        "provider",
                        "embedded",
                        "app-id",
                        "1",
                        "key",
                        "k",
                        "secret",
                        "s",
                        "host",
                        "example.com",
                        "port",
                        "6001",
                        "use-tls",
                        "false",
                        "cluster",
                        "mt1",
                        "coalescing",
                        "true",
                        "timeout",
                        "3s",
                        "max-data-size",
                        "20KB",
                        "encryption-master-key",
                        MASTER_KEY,
                        "clients.host",
                        "ws.example.com",
                        "clients.port",
                        "443",
                        "clients.use-tls",
                        "true",
                        "clients.auth-endpoint",
                        "/auth")
                .settings(Map.of("PUSHER_APP_ID", "the environment comes behind"));

        assertThat(settings.provider()).isEqualTo("embedded");
        assertThat(settings.appId()).isEqualTo("1");
        assertThat(settings.key()).isEqualTo("k");
        assertThat(settings.secret()).isNotNull();
        assertThat(settings.masterKey()).isNotNull();
        assertThat(settings.api()).isEqualTo(URI.create("http://example.com:6001"));
        assertThat(settings.cluster()).isEqualTo("mt1");
        assertThat(settings.clients()).isEqualTo(new ClientAddress("ws.example.com", 443, true, "/auth"));
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.maxDataSize()).isEqualTo(20 * 1024);
        assertThat(settings.coalescing()).isTrue();
    }

    @Test
    void everyPropertyOfTheOutboxReachesItsSetting() {
        FanfareProperties properties = bound(
                "outbox.poll",
                "2s",
                "outbox.first-retry",
                "3s",
                "outbox.longest-retry",
                "4s",
                "outbox.workers",
                "5",
                "outbox.id-field",
                "",
                "outbox.max-data-size",
                "6KB",
                "outbox.create-tables",
                "false");

        assertThat(properties.outbox().settings(DataSize.ofKilobytes(10)))
                .isEqualTo(new OutboxSettings(
                        Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4), 5, null, 6 * 1024, false));
    }

    @Test
    void theOutboxTakesWhatTheServiceMaySend() {
        FanfareProperties properties = bound("max-data-size", "20KB");

        assertThat(properties.outbox().settings(properties.maxDataSize()).maxDataSize())
                .isEqualTo(20 * 1024);
    }

    @Test
    void eventsOnEncryptedChannelsAreEncryptedWithTheMasterKey() throws IOException, InterruptedException {
        try (RunningApplication application = RunningApplication.embedded(
                        GameApplication.class, "--fanfare.encryption-master-key=" + MASTER_KEY);
                TestClient client = application.client()) {
            application.subscribe(client, "private-encrypted-hand-1", "ann");

            application
                    .bean(RealtimeService.class)
                    .publish(OutboundEvent.of("private-encrypted-hand-1", "dealt", "the queen"));

            assertThat(RunningApplication.awaitEvent(client, "dealt").data())
                    .contains("ciphertext", "nonce")
                    .doesNotContain("queen");
        }
    }

    @Test
    void aMasterKeyThatIsNoneIsNamedAndNotShown() {
        assertThatThrownBy(() -> bound("encryption-master-key", "c2hvcnQ=").settings(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PUSHER_ENCRYPTION_MASTER_KEY_BASE64")
                .hasMessageNotContaining("c2hvcnQ");
    }
}
