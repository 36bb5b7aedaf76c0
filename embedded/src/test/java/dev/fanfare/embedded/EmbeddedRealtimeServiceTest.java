package dev.fanfare.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.ChannelInfo.Attribute;
import dev.fanfare.sdk.Listeners;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.ProviderContract;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.sdk.administration.AppStanding;
import dev.fanfare.sdk.systems.PusherServer;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedRealtimeServiceTest extends ProviderContract {
    private static final EmbeddedRealtimeService SERVICE = start();

    private final Listeners listeners = new Listeners();

    private static EmbeddedRealtimeService start() {
        return (EmbeddedRealtimeService) RealtimeServices.create(freePort(Map.of()));
    }

    private static RealtimeSettings freePort(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("REALTIME_PROVIDER", "embedded");
        environment.put("PUSHER_HOST", "127.0.0.1");
        environment.put("PUSHER_PORT", "0");
        return RealtimeSettings.fromEnvironment(environment);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Override
    protected RealtimeService service() {
        return SERVICE;
    }

    private static TestClient client() throws IOException {
        return TestClient.open(URI.create("ws://127.0.0.1:" + SERVICE.server().port() + "/app/app-key?protocol=7"));
    }

    @Override
    protected void listen(String channel) throws IOException {
        listeners.add(channel, client());
    }

    @Override
    protected List<String> heard(String channel, int count) {
        return listeners.heard(channel, count);
    }

    @AfterEach
    void hangUp() throws IOException {
        listeners.close();
    }

    @Test
    void theServerIsAskedWithoutARequest() throws IOException {
        try (TestClient client = client()) {
            String answer = SERVICE.authorizeChannel(client.socketId(), "presence-a", new Member("ann", null));
            client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                    + answer.replaceFirst("\\{", "{\"channel\":\"presence-a\",") + "}");
            client.await("pusher_internal:subscription_succeeded");

            assertThat(SERVICE.blocking().members("presence-a")).containsExactly("ann");
            assertThat(SERVICE.blocking()
                            .channel("presence-a", Set.of(Attribute.USER_COUNT))
                            .userCount())
                    .isEqualTo(1);
            assertThat(SERVICE.blocking().channels("presence-", Set.of())).containsOnlyKeys("presence-a");
            assertThat(SERVICE.blocking()
                            .publish(OutboundEvent.of("presence-a", "e", 1).asking(Attribute.SUBSCRIPTION_COUNT))
                            .get("presence-a")
                            .subscriptionCount())
                    .isEqualTo(1);
        }
    }

    @Test
    void itTellsHowTheAppStandsAndClosesConnections() throws IOException {
        try (TestClient gone = client();
                TestClient stays = client()) {
            AppStanding standing = SERVICE.standing().toCompletableFuture().join();
            assertThat(standing.plan()).isEqualTo("none");
            assertThat(standing.usage().connections()).isEqualTo(2);
            assertThat(standing.usage().peakConnections()).isGreaterThanOrEqualTo(2);

            SERVICE.closeConnections(List.of(gone.socketId(), "1.1"), false)
                    .toCompletableFuture()
                    .join();

            gone.await("pusher:error");
            assertThat(gone.awaitClose().code()).isEqualTo(4009);
            stays.send("{\"event\":\"pusher:ping\",\"data\":{}}");
            stays.await("pusher:pong");
        }
        assertThat(SERVICE.webhookDeadLetters("").toCompletableFuture().join()).isEmpty();
    }

    @Test
    void aServerThatTheShortWaysHaveStartedEndsWithThem() {
        PusherServer shortWays = PusherServer.create(freePort(Map.of()));
        assertThat(shortWays.triggerEvent("c", "e", 1)).succeedsWithin(Duration.ofSeconds(10));

        shortWays.close();

        assertThat(shortWays.triggerEvent("c", "e", 1))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withMessageContaining("The embedded server has been closed");
    }

    @Test
    void clientsAreToldWhereItListens() {
        assertThat(SERVICE.getClientConfig().port()).isEqualTo(SERVICE.server().port());
        assertThat(SERVICE.getClientConfig().key()).isEqualTo("app-key");
        assertThat(SERVICE.getClientConfig().encrypted()).isFalse();
    }

    @Test
    void anAppOfTheEnvironmentIsServedInsteadOfTheDevelopmentApp() {
        Map<String, String> app = Map.of("PUSHER_APP_ID", "7", "PUSHER_KEY", "k", "PUSHER_SECRET", "s");
        try (RealtimeService other = RealtimeServices.create(freePort(app))) {
            assertThat(other.getClientConfig().key()).isEqualTo("k");
        }
    }

    @Test
    void halfAnAppIsNone() {
        RealtimeSettings half = freePort(Map.of("PUSHER_KEY", "k"));
        assertThatThrownBy(() -> RealtimeServices.create(half))
                .hasMessageContaining("PUSHER_APP_ID, PUSHER_KEY and PUSHER_SECRET, expected all of them");
    }
}
