package dev.fanfare.engine.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.testing.FakeClient;
import dev.fanfare.engine.testing.FakeNode;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.CloseCode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    @ParameterizedTest
    @CsvSource({
        "app-key, 7, ",
        "app-key, 4, ",
        "app-key, '', ",
        "app-key, 3, UNSUPPORTED_VERSION",
        "app-key, 8, UNSUPPORTED_VERSION",
        "app-key, 77777777777777777777, UNSUPPORTED_VERSION",
        "app-key, seven, INVALID_VERSION",
        "App-Key, 7, UNKNOWN_APP",
        ", 7, PATH_NOT_FOUND"
    })
    void requestIsAnsweredByItsCause(String key, String protocol, CloseCode expected) {
        FakeNode node = new FakeNode(1);

        FakeClient client = node.connect(new ConnectionRequest(key, protocol, null, false));

        assertThat(client.connection.closeCode()).isEqualTo(expected);
        assertThat(client.take().getFirst())
                .contains(expected == null ? "pusher:connection_established" : "\"code\":" + expected.code());
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, true",
        "http://EXAMPLE.com:8080, true",
        "https://shop.example.org, true",
        "https://example.org, false",
        "https://evil-example.com, false",
        "https://example.com.evil.net, false",
        ", true"
    })
    void originsOutsideTheListAreClosed(String origin, boolean allowed) {
        App app = new App(
                "app-id",
                FakeNode.KEY,
                List.of(new AppSecret("s")),
                true,
                List.of("example.com", "*.example.org"),
                120,
                AppFeatures.NONE,
                AppLimits.DEFAULT);
        FakeNode node = new FakeNode(1, app, UnaryOperator.identity());

        FakeClient client = node.connect(new ConnectionRequest(FakeNode.KEY, "7", origin, false));

        assertThat(client.connection.closeCode()).isEqualTo(allowed ? null : CloseCode.ORIGIN_NOT_ALLOWED);
    }

    @Test
    void connectionAboveTheQuotaIsRefusedAndALeaverMakesRoom() {
        FakeNode node = new FakeNode(
                1,
                FakeNode.app(
                        AppFeatures.NONE,
                        AppLimits.DEFAULT.with().connections(1).build()),
                UnaryOperator.identity());
        FakeClient first = node.connect();
        FakeClient second = node.connect();
        assertThat(second.connection.closeCode()).isEqualTo(CloseCode.CONNECTION_QUOTA);

        second.drop();
        first.drop();

        assertThat(node.connect().connection.closeCode()).isNull();
        assertThat(node.node().usage(node.app()).connections()).isEqualTo(1);
    }

    @Test
    void plainConnectionToAnAppThatWantsTlsIsRefused() {
        AppFeatures features = new AppFeatures(true, true, true, true, true, Duration.ZERO);
        FakeNode node = new FakeNode(1, FakeNode.app(features, AppLimits.DEFAULT), UnaryOperator.identity());

        FakeClient plain = node.connect(new ConnectionRequest(FakeNode.KEY, "7", null, false));
        FakeClient secure = node.connect(new ConnectionRequest(FakeNode.KEY, "7", null, true));

        assertThat(plain.connection.closeCode()).isEqualTo(CloseCode.TLS_REQUIRED);
        assertThat(secure.connection.closeCode()).isNull();
    }

    @Test
    void newSettingsHoldForConnectionsThatAreThere() {
        AtomicReference<App> current = new AtomicReference<>(FakeNode.app(AppFeatures.NONE, AppLimits.DEFAULT));
        FakeNode node = new FakeNode(1, current.get(), b -> b.apps(new ChangingApps(current)));
        FakeClient client = node.connect().subscribe("private-a");
        client.take();

        current.set(FakeNode.app(AppFeatures.DEVELOPMENT, AppLimits.DEFAULT));
        node.node().refreshApps();
        client.send("{\"event\":\"client-e\",\"channel\":\"private-a\",\"data\":1}");

        assertThat(client.take()).isEmpty();
        assertThat(client.connection.closeCode()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"true, UNKNOWN_APP", "false, APP_DISABLED"})
    void connectionsOfAnAppThatIsTakenAwayAreClosed(boolean removed, CloseCode expected) {
        App app = FakeNode.app(AppFeatures.NONE, AppLimits.DEFAULT);
        AtomicReference<App> current = new AtomicReference<>(app);
        FakeNode node = new FakeNode(1, app, b -> b.apps(new ChangingApps(current)));
        FakeClient client = node.connect();

        current.set(
                removed
                        ? new App("other", "k", app.secrets(), true, List.of(), 120, app.features(), app.limits())
                        : new App(
                                app.id(),
                                app.key(),
                                app.secrets(),
                                false,
                                List.of(),
                                120,
                                app.features(),
                                app.limits()));
        node.node().refreshApps();
        node.settle();

        assertThat(client.connection.closeCode()).isEqualTo(expected);
    }

    private record ChangingApps(AtomicReference<App> current) implements Apps {
        @Override
        public @Nullable App byKey(String key) {
            return current.get().key().equals(key) ? current.get() : null;
        }

        @Override
        public @Nullable App byId(String id) {
            return current.get().id().equals(id) ? current.get() : null;
        }

        @Override
        public Collection<App> all() {
            return List.of(current.get());
        }
    }

    @Test
    void overloadedNodeRefusesNewcomersAndKeepsTheRest() {
        AtomicBoolean accepting = new AtomicBoolean(true);
        FakeNode node =
                new FakeNode(1, FakeNode.app(AppFeatures.NONE, AppLimits.DEFAULT), b -> b.accepting(accepting::get));
        FakeClient early = node.connect();
        accepting.set(false);

        assertThat(node.connect().connection.closeCode()).isEqualTo(CloseCode.OVER_CAPACITY);
        assertThat(early.subscribe("room").take()).last().asString().contains("subscription_succeeded");
    }

    @Test
    void connectionThatShowsNoSignatureInTimeIsClosed() {
        AppFeatures features = new AppFeatures(false, true, false, false, false, Duration.ofSeconds(10));
        FakeNode node = new FakeNode(
                1,
                FakeNode.app(features, AppLimits.DEFAULT.with().connections(1).build()),
                UnaryOperator.identity());
        FakeClient stranger = node.connect();
        FakeClient user = node.connect().signIn("{\"id\":\"ann\"}");
        FakeClient late = node.connect().subscribe("private-a");

        node.advance(Duration.ofSeconds(20));

        assertThat(stranger.connection.closeCode()).isEqualTo(CloseCode.UNAUTHORIZED_IN_TIME);
        assertThat(user.connection.closeCode()).isNull();
        assertThat(late.connection.closeCode()).isEqualTo(CloseCode.CONNECTION_QUOTA);
    }

    @Test
    void timeToShowASignatureIsNeverCutShort() {
        AppFeatures features = new AppFeatures(false, true, false, false, false, Duration.ofSeconds(1));
        FakeNode node = new FakeNode(1, FakeNode.app(features, AppLimits.DEFAULT), UnaryOperator.identity());
        FakeClient stranger = node.connect();

        node.advance(Duration.ofSeconds(1));
        assertThat(stranger.connection.closeCode()).isNull();
        node.advance(Duration.ofSeconds(5));
        assertThat(stranger.connection.closeCode()).isEqualTo(CloseCode.UNAUTHORIZED_IN_TIME);
    }

    @Test
    void silentConnectionIsPingedThenClosed() {
        FakeNode node = new FakeNode(1);
        FakeClient silent = node.connect();
        FakeClient alive = node.connect();

        node.advance(Duration.ofSeconds(126));
        assertThat(silent.connection.pings()).isEqualTo(1);
        alive.send("{\"event\":\"pusher:pong\",\"data\":{}}");
        node.advance(Duration.ofSeconds(36));

        assertThat(silent.connection.closeCode()).isEqualTo(CloseCode.PONG_TIMEOUT);
        assertThat(alive.connection.closeCode()).isNull();
    }

    @Test
    void timeForAPongCountsFromThePing() {
        FakeNode node = new FakeNode(1);
        FakeClient silent = node.connect();
        while (silent.connection.pings() == 0) {
            node.advance(Duration.ofSeconds(1));
        }

        node.advance(Duration.ofSeconds(30));
        assertThat(silent.connection.closeCode()).isNull();
        node.advance(Duration.ofSeconds(6));
        assertThat(silent.connection.closeCode()).isEqualTo(CloseCode.PONG_TIMEOUT);
    }
}
