package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pusher.rest.Pusher;
import com.pusher.rest.data.Event;
import com.pusher.rest.data.Result;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.ChannelInfo.Attribute;
import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.RealtimeServices;
import dev.fanfare.sdk.RealtimeSettings;
import dev.fanfare.testkit.RealtimeServerExtension;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Our SDK and pusher-http-java, as it comes, do the same on the same server, and subscribers cannot tell them apart. */
class SdkBesideOfficialIT {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension();

    private static RealtimeService ours(String id, String secret, boolean coalescing) {
        return RealtimeServices.create(RealtimeSettings.fromEnvironment(Map.of(
                "PUSHER_APP_ID",
                id,
                "PUSHER_KEY",
                id + "-key",
                "PUSHER_SECRET",
                secret,
                "PUSHER_HOST",
                "127.0.0.1",
                "PUSHER_PORT",
                Integer.toString(SERVER.port()),
                "REALTIME_COALESCING",
                Boolean.toString(coalescing))));
    }

    private static Pusher official(String id, String secret) {
        Pusher pusher = new Pusher(id, id + "-key", secret);
        pusher.setHost("127.0.0.1:" + SERVER.port());
        return pusher;
    }

    private static TestClient subscriber(String channel) throws IOException {
        TestClient client = TestClient.open(SERVER.webSocket("/app/main-key?protocol=7"));
        client.subscribe(channel);
        return client;
    }

    private static void assertTaken(Result result) {
        assertThat(result.getStatus()).as(result.getMessage()).isEqualTo(Result.Status.SUCCESS);
    }

    static Stream<Object> values() {
        return Stream.of(
                42,
                -0.5,
                true,
                List.of(1, "two", List.of()),
                Map.of("text", "ß€😀 \" \\ \n \t / < & '"),
                Map.of("nested", Map.of("list", List.of(Map.of("a", 1)))));
    }

    @ParameterizedTest
    @MethodSource("values")
    void subscribersGetTheSameFrame(Object data) throws IOException {
        try (TestClient client = subscriber("same")) {
            ours("main", "main-secret", false).blocking().trigger("same", "e", data);
            ours("main", "main-secret", true).blocking().trigger("same", "e", data);
            assertTaken(official("main", "main-secret").trigger("same", "e", data));

            ReceivedFrame frame = client.await("e");
            assertThat(client.await("e")).isEqualTo(frame);
            assertThat(client.await("e")).isEqualTo(frame);
        }
    }

    @Test
    void aBatchGivesTheSameFramesInTheSameOrder() throws IOException {
        try (TestClient client = subscriber("batch")) {
            ours("main", "main-secret", false)
                    .blocking()
                    .triggerBatch(List.of(OutboundEvent.of("batch", "e", 1), OutboundEvent.of("batch", "f", 2)));
            assertTaken(official("main", "main-secret")
                    .trigger(List.of(new Event("batch", "e", 1), new Event("batch", "f", 2))));

            List<ReceivedFrame> frames = List.of(client.await(), client.await());
            assertThat(List.of(client.await(), client.await())).isEqualTo(frames);
        }
    }

    @Test
    void bothAreToldTheSameOfChannels() throws IOException {
        RealtimeService official = new OfficialRealtimeService(ConformanceApps.credentials("main"), SERVER.port());
        RealtimeService ours = ours("main", "main-secret", false);
        try (TestClient client = subscriber("told-1")) {
            Member ann = new Member("ann", null);
            String signed = ours.authorizeChannel(client.socketId(), "presence-told", ann);
            client.send("{\"event\":\"pusher:subscribe\",\"data\":"
                    + signed.replaceFirst("\\{", "{\"channel\":\"presence-told\",") + "}");
            client.await("pusher_internal:subscription_succeeded");

            Set<Attribute> counts = Set.of(Attribute.USER_COUNT);
            assertThat(official.blocking().channels("presence-told", counts))
                    .isEqualTo(ours.blocking().channels("presence-told", counts))
                    .containsEntry("presence-told", new ChannelInfo(null, 1, null));
            assertThat(official.blocking().channel("told-1", Set.of()))
                    .isEqualTo(ours.blocking().channel("told-1", Set.of()))
                    .isEqualTo(new ChannelInfo(true, null, null));
            assertThat(official.blocking().members("presence-told"))
                    .isEqualTo(ours.blocking().members("presence-told"))
                    .containsExactly("ann");
        }
    }

    @Test
    void neitherSendsToTheConnectionThatIsLeftOut() throws IOException {
        try (TestClient author = subscriber("room");
                TestClient other = subscriber("room")) {
            ours("main", "main-secret", false)
                    .blocking()
                    .publish(OutboundEvent.of("room", "e", 1).except(author.socketId()));
            assertTaken(official("main", "main-secret").trigger("room", "e", 1, author.socketId()));
            assertTaken(official("main", "main-secret").trigger("room", "last", 2));

            assertThat(other.await("e")).isEqualTo(other.await("e"));
            assertThat(author.await().event()).isEqualTo("last");
        }
    }

    /** The one thing about data that is meant to differ. */
    @Test
    void aTextIsSentAsItIsByOursAndQuotedByTheOther() throws IOException {
        try (TestClient client = subscriber("text")) {
            ours("main", "main-secret", false).blocking().trigger("text", "e", "plain");
            assertTaken(official("main", "main-secret").trigger("text", "e", "plain"));

            assertThat(client.await("e").data()).isEqualTo("plain");
            assertThat(client.await("e").data()).isEqualTo("\"plain\"");
        }
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("main", "wrong", "e", 1, 401, Kind.UNAUTHORIZED),
                Arguments.of("disabled", "disabled-secret", "e", 1, 403, Kind.QUOTA),
                Arguments.of("main", "main-secret", "pusher:e", 1, 400, Kind.REFUSED),
                Arguments.of("small", "small-secret", "name-too-long", 1, 400, Kind.REFUSED),
                Arguments.of("small", "small-secret", "e", List.of("more than 16 bytes"), 413, Kind.TOO_LARGE),
                Arguments.of("nobody", "nobody-secret", "e", 1, 404, Kind.REFUSED));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void bothAreRefusedForTheSameReason(String app, String secret, String event, Object data, int status, Kind kind) {
        Result refusal = official(app, secret).trigger("c", event, data);
        assertThat(refusal.getHttpStatus()).isEqualTo(status);

        for (boolean coalescing : new boolean[] {false, true}) {
            RealtimeService ours = ours(app, secret, coalescing);
            assertThatThrownBy(() -> ours.blocking().trigger("c", event, data))
                    .isInstanceOfSatisfying(RealtimeException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(kind);
                        assertThat(failure.status()).isEqualTo(status);
                        assertThat(failure.isRetryable()).isFalse();
                    })
                    .hasMessageContaining(reason(refusal));
        }
    }

    /** How the server's sentence begins; it goes on with what was sent, or with the place in a batch. */
    private static String reason(Result refusal) {
        String sentence =
                JsonMapper.shared().readTree(refusal.getMessage()).path("error").asString();
        return sentence.substring(0, Math.min(sentence.length(), 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut", "a/b"})
    void neitherSendsToAChannelThatIsNone(String channel) {
        assertThatThrownBy(() -> official("main", "main-secret").trigger(channel, "e", 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ours("main", "main-secret", false).blocking().trigger(channel, "e", 1))
                .isInstanceOfSatisfying(
                        RealtimeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CHANNEL));
    }
}
