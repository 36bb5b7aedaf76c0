package dev.fanfare.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.protocol.AppSecret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerConfigTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "localhost"})
    void developmentAppIsServedOnLoopback(String host) {
        assertThat(ServerConfig.development().withHost(host).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "name.invalid"})
    void developmentAppIsRefusedElsewhereWithWhatToSet(String host) {
        assertThat(ServerConfig.development().withHost(host).problems())
                .singleElement()
                .asString()
                .contains("`host` is `" + host + "`", "no app is configured", "FANFARE_APP_SECRET", "`apps`");
    }

    @ParameterizedTest
    @CsvSource({"app-key, own", "own, app-secret"})
    void publicCredentialsAreRefusedOffLoopbackWhoeverConfiguredThem(String key, String secret) {
        ServerConfig config = ServerConfig.development()
                .withHost("0.0.0.0")
                .withApps(List.of(app("shop", "k", "s"), app("chat", key, secret)));

        assertThat(config.problems()).singleElement().asString().contains("app `chat`", "give it its own");
        assertThat(config.withHost("::1").problems()).isEmpty();
    }

    @Test
    void otherAppsAreServedAnywhere() {
        assertThat(ServerConfig.development()
                        .withHost("0.0.0.0")
                        .withApps(List.of(app("shop", "k", "s")))
                        .problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"chain.pem, '', tls.key", "'', key.pem, tls.certificate"})
    void certificateAndKeyAreSetTogether(String certificate, String key, String missing) {
        ServerConfig config = ServerConfig.development()
                .with()
                .tls(new TlsConfig(certificate, key))
                .build();

        assertThat(config.problems()).singleElement().asString().contains("`" + missing + "` is missing");
    }

    @Test
    void limitsAreLiftedForTheDevelopmentAppOnly() {
        ServerConfig unlimited = ServerConfig.development().withoutLimits();

        assertThat(unlimited.apps()).extracting(App::limits).containsExactly(AppLimits.NONE);
        assertThat(unlimited.problems()).isEmpty();
        assertThat(unlimited.withApps(List.of(app("shop", "k", "s"))).problems())
                .singleElement()
                .asString()
                .contains("`no-limits` is for the development app");
    }

    @Test
    void developmentAppHasEverythingOn() {
        assertThat(ServerConfig.development().apps())
                .extracting(App::features)
                .containsExactly(AppFeatures.DEVELOPMENT);
    }

    @Test
    void valueOutOfRangeIsRefusedWithItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerConfig.development().withPort(70_000))
                .withMessage("port is 70000, expected a whole number from 0 to 65535");
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(ServerConfig.development().toString()).contains("***").doesNotContain("app-secret");
    }

    private static App app(String id, String key, String secret) {
        return new App(
                id,
                key,
                List.of(new AppSecret(secret)),
                true,
                List.of(),
                App.DEFAULT_ACTIVITY_TIMEOUT,
                AppFeatures.NONE,
                AppLimits.DEFAULT);
    }
}
