package dev.fanfare.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.protocol.AppSecret;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealtimeSettingsTest {
    private static final Map<String, String> APP =
            Map.of("PUSHER_APP_ID", "1", "PUSHER_KEY", "k", "PUSHER_SECRET", "hush-hush");

    private static RealtimeSettings read(Map<String, String> app, String... more) {
        Map<String, String> environment = new HashMap<>(app);
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return RealtimeSettings.fromEnvironment(environment);
    }

    @Test
    void theSmallInterfaceHasThreeMethods() {
        assertThat(IRealtimeService.class.getDeclaredMethods())
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("broadcast", "trigger", "getClientConfig");
    }

    @Test
    void hostedPusherNeedsThreeVariables() {
        RealtimeSettings settings = read(APP);

        assertThat(settings.provider()).isEqualTo("pusher");
        assertThat(settings.api()).isNull();
        assertThat(settings.cluster()).isEqualTo("us2");
        assertThat(settings.clients().encrypted()).isTrue();
    }

    @Test
    void theKeyMayBeTheOneOfTheBrowser() {
        assertThat(read(Map.of("NEXT_PUBLIC_PUSHER_KEY", "public")).key()).isEqualTo("public");
    }

    @Test
    void quotesAroundAValueAreNoPartOfIt() {
        RealtimeSettings settings = read(
                Map.of("PUSHER_APP_ID", "\"1\"", "PUSHER_KEY", "\"k\"", "PUSHER_SECRET", "\"hush-hush\""),
                "PUSHER_CLUSTER",
                "\"eu\"",
                "NEXT_PUBLIC_PUSHER_KEY",
                "k",
                "PUSHER_HOST",
                "\"\"");

        assertThat(settings.appId()).isEqualTo("1");
        assertThat(settings.key()).isEqualTo("k");
        assertThat(settings.secret()).isEqualTo(new AppSecret("hush-hush"));
        assertThat(settings.cluster()).isEqualTo("eu");
        assertThat(settings.api()).isNull();
    }

    @Test
    void aServerOfOnesOwnIsNamedByHostAndPort() {
        RealtimeSettings local = read(APP, "PUSHER_HOST", "127.0.0.1", "PUSHER_PORT", "6001");
        assertThat(local.api()).isEqualTo(URI.create("http://127.0.0.1:6001"));

        RealtimeSettings remote = read(APP, "PUSHER_HOST", "rt.example.com");
        assertThat(remote.api()).isEqualTo(URI.create("https://rt.example.com"));

        RealtimeSettings plain = read(APP, "PUSHER_HOST", "rt.example.com", "PUSHER_USE_TLS", "false");
        assertThat(plain.api()).isEqualTo(URI.create("http://rt.example.com"));
    }

    @Test
    void clientsMayConnectElsewhere() {
        assertThat(read(APP, "NEXT_PUBLIC_PUSHER_HOST", "127.0.0.1:6001").clients())
                .isEqualTo(new RealtimeSettings.ClientAddress("127.0.0.1", 6001, false, "/api/pusher/auth"));
        assertThat(read(
                                APP,
                                "NEXT_PUBLIC_PUSHER_HOST",
                                "other",
                                "NEXT_PUBLIC_PUSHER_WS_HOST",
                                "ws.example.com",
                                "NEXT_PUBLIC_PUSHER_AUTH_ENDPOINT",
                                "/auth")
                        .clients())
                .isEqualTo(new RealtimeSettings.ClientAddress("ws.example.com", null, true, "/auth"));
    }

    @Test
    void clientsConnectToAServerOfOnesOwnUnlessTheyAreToldOtherwise() {
        assertThat(RealtimeServices.create(read(APP, "PUSHER_HOST", "127.0.0.1", "PUSHER_PORT", "6001"))
                        .getClientConfig())
                .extracting(ClientConfig::host, ClientConfig::port, ClientConfig::encrypted)
                .containsExactly("127.0.0.1", 6001, false);
        assertThat(RealtimeServices.create(read(APP, "PUSHER_HOST", "api-eu.pusher.com"))
                        .getClientConfig()
                        .host())
                .isNull();
    }

    @Test
    void contradictionsAndNonsenseAreNamedAllAtOnce() {
        assertThatThrownBy(() -> read(
                        APP,
                        "NEXT_PUBLIC_PUSHER_KEY",
                        "other",
                        "PUSHER_HOST",
                        "h",
                        "PUSHER_PORT",
                        "x",
                        "PUSHER_USE_TLS",
                        "1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PUSHER_KEY is `k` and NEXT_PUBLIC_PUSHER_KEY is `other`")
                .hasMessageContaining("PUSHER_PORT has port `x`")
                .hasMessageContaining("PUSHER_USE_TLS is `1`");
    }

    @Test
    void whatIsMissingIsNamedAllAtOnceWhenTheServiceIsMade() {
        assertThatThrownBy(() -> RealtimeServices.create(read(Map.of())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("PUSHER_APP_ID is not set")
                .hasMessageContaining("PUSHER_KEY is not set")
                .hasMessageContaining("PUSHER_SECRET is not set");
    }

    @Test
    void aProviderThatThereIsNotIsAnsweredWithThoseThatThereAre() {
        assertThatThrownBy(() -> RealtimeServices.create(read(APP, "REALTIME_PROVIDER", "pigeon")))
                .hasMessage("REALTIME_PROVIDER is `pigeon`, expected one of pusher, recording");
    }

    @Test
    void oneVariableChangesTheProvider() {
        assertThat(RealtimeServices.create(read(APP, "REALTIME_PROVIDER", "recording"))
                        .getClientConfig()
                        .provider())
                .isEqualTo("recording");
    }

    @Test
    void theSecretIsShownNowhere() {
        RealtimeSettings settings = read(APP);
        ClientConfig config = RealtimeServices.create(settings).getClientConfig();

        assertThat(settings.toString()).doesNotContain("hush-hush");
        assertThat(config.toString()).contains("k").doesNotContain("hush-hush");
    }
}
