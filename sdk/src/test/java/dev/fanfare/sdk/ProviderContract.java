package dev.fanfare.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.sdk.RealtimeException.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What application code may rely on, whichever provider it has. A provider's test extends this. */
public abstract class ProviderContract {
    /** The service under test. */
    protected abstract RealtimeService service();

    /** Begins to note what a subscriber of the channel gets; called before anything is published there. */
    protected abstract void listen(String channel) throws Exception;

    /** Waits for so many events on the channel: the name and data of each, with a space between them. */
    protected abstract List<String> heard(String channel, int count) throws Exception;

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static void assertRefused(CompletionStage<?> stage, Kind kind, String message) {
        assertThatThrownBy(() -> done(stage))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(RealtimeException.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(kind);
                    assertThat(refusal.isRetryable()).isFalse();
                })
                .hasMessageContaining(message);
    }

    static Stream<Arguments> jsonValues() {
        return Stream.of(
                Arguments.of("plain text", "plain text"),
                Arguments.of(42, "42"),
                Arguments.of(true, "true"),
                Arguments.of(null, "null"),
                Arguments.of(List.of(1, "two"), "[1,\"two\"]"),
                Arguments.of(Map.of("text", "ß€😀"), "{\"text\":\"ß€😀\"}"),
                Arguments.of(new RealtimeEvent("t", 1), "{\"type\":\"t\",\"data\":1}"));
    }

    @ParameterizedTest
    @MethodSource("jsonValues")
    void everyJsonValueArrives(@Nullable Object data, String onTheWire) throws Exception {
        listen("values");

        done(service().trigger("values", "e", data));

        assertThat(heard("values", 1)).containsExactly("e " + onTheWire);
    }

    @Test
    void aBroadcastIsATriggerOfTypeAndData() throws Exception {
        listen("twice");

        done(service().broadcast("twice", new RealtimeEvent("vote", Map.of("points", 5))));
        done(service().trigger("twice", "vote", Map.of("points", 5)));

        assertThat(heard("twice", 2)).containsExactly("vote {\"points\":5}", "vote {\"points\":5}");
    }

    @Test
    void anEventReachesAllItsChannels() throws Exception {
        listen("one");
        listen("other");

        done(service().publish(OutboundEvent.of(List.of("one", "other"), "e", 1)));

        assertThat(heard("one", 1)).containsExactly("e 1");
        assertThat(heard("other", 1)).containsExactly("e 1");
    }

    @Test
    void aBatchOfAnySizeKeepsItsOrder() throws Exception {
        listen("many");

        done(service()
                .triggerBatch(IntStream.range(0, 25)
                        .mapToObj(i -> OutboundEvent.of("many", "e", i))
                        .toList()));

        assertThat(heard("many", 25))
                .isEqualTo(IntStream.range(0, 25).mapToObj(i -> "e " + i).toList());
    }

    @Test
    void whatIsWrongWithOneEventKeepsNoOtherBack() throws Exception {
        listen("each");

        List<CompletionStage<Void>> outcomes = service()
                .publishEach(List.of(
                        OutboundEvent.of("each", "first", 1),
                        OutboundEvent.of("no channel", "e", 1),
                        OutboundEvent.of("each", "last", 2)));

        done(outcomes.get(0));
        assertRefused(outcomes.get(1), Kind.INVALID_CHANNEL, "");
        done(outcomes.get(2));
        assertThat(heard("each", 2)).containsExactly("first 1", "last 2");
        assertThat(service().publishEach(List.of())).isEmpty();
    }

    @Test
    void whoeverMayWaitGetsFailuresThrown() throws Exception {
        listen("awaited");

        service().blocking().trigger("awaited", "e", 1);

        assertThat(heard("awaited", 1)).containsExactly("e 1");
        assertThatThrownBy(() -> service().blocking().trigger("no channel", "e", 1))
                .isInstanceOfSatisfying(
                        RealtimeException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID_CHANNEL));
    }

    @Test
    void anEmptyBatchIsNothing() {
        done(service().triggerBatch(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut", "a/b"})
    void aChannelNameThatIsNoneIsRefusedBeforeAnythingIsSent(String name) {
        assertRefused(service().trigger(name, "e", 1), Kind.INVALID_CHANNEL, "");
    }

    @Test
    void tooMuchIsRefusedBeforeAnythingIsSent() throws Exception {
        listen("safe");

        assertRefused(service().trigger("safe", "e", "x".repeat(10_241)), Kind.TOO_LARGE, "10241 bytes");
        List<String> channels = new ArrayList<>(Collections.nCopies(101, "safe"));
        assertRefused(service().publish(OutboundEvent.of(channels, "e", 1)), Kind.REFUSED, "101 channels");
        assertRefused(service().trigger("safe", "e".repeat(201), 1), Kind.REFUSED, "201 characters");
        assertRefused(
                service()
                        .triggerBatch(Arrays.asList(OutboundEvent.of("safe", "e", 1), OutboundEvent.of("safe", "", 1))),
                Kind.REFUSED,
                "0 characters");
        assertRefused(service().sendToUser("", "e", 1), Kind.REFUSED, "User id");
        done(service().trigger("safe", "last", 1));

        assertThat(heard("safe", 1)).containsExactly("last 1");
    }

    @Test
    void whatJacksonCannotWriteIsRefused() {
        Map<String, Object> loop = new HashMap<>();
        loop.put("self", loop);

        assertRefused(service().trigger("c", "e", loop), Kind.REFUSED, "cannot be written as JSON");
    }

    @Test
    void onlyChannelsThatNeedItAreAuthorized() {
        assertThat(service().authorizeChannel("1.2", "private-a", null)).startsWith("{\"auth\":\"");
        assertThat(service().authorizeChannel("1.2", "presence-a", new Member("ann", Map.of("name", "Ann"))))
                .contains(
                        "\"channel_data\":\"{\\\"user_id\\\":\\\"ann\\\",\\\"user_info\\\":{\\\"name\\\":\\\"Ann\\\"}}\"");
        assertThatThrownBy(() -> service().authorizeChannel("1.2", "public", null))
                .isInstanceOf(RealtimeException.class)
                .hasMessageContaining("needs no authorization");
        assertThatThrownBy(() -> service().authorizeChannel("1.2", "presence-a", null))
                .hasMessageContaining("expected a member");
        assertThatThrownBy(() -> service().authorizeChannel("1:2", "private-a", null))
                .isInstanceOf(RealtimeException.class);
    }

    @Test
    void aUserIsAuthenticatedWithTheirWatchlist() {
        assertThat(service().authenticateUser("1.2", new SignedInUser("ann", null, List.of("bob"))))
                .contains("\"user_data\":\"{\\\"id\\\":\\\"ann\\\",\\\"watchlist\\\":[\\\"bob\\\"]}\"");
    }

    @Test
    void aWebhookOfSomebodyElseIsNotValid() {
        byte[] body = {};
        assertThat(service().isValidWebhook(null, null, body)).isFalse();
        assertThat(service().isValidWebhook("other", "00", body)).isFalse();
    }
}
