package dev.fanfare.sdk.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.Member;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Registry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationEndpointTest {
    private static final Registry<String> REGISTRY = Registry.<String>builder()
            .channel("news", channel -> {})
            .channel(
                    "private-user-{userId}",
                    channel -> channel.allows((user, id) ->
                            user.equals(id) ? Decision.allow("own channel") : Decision.deny("channel of " + id)))
            .channel(
                    "presence-room-{roomId}",
                    channel -> channel.allows((user, id) -> Decision.allow("any room"))
                            .showsMember(user -> new Member(user, Map.of("name", user))))
            .build();

    private final AuthorizationEndpoint<String> endpoint = new AuthorizationEndpoint<>(
            new RecordingRealtimeService(), REGISTRY, user -> new SignedInUser(user, null, List.of("bob")));

    private AuthorizationAnswer authorize(String body, @Nullable String user) {
        return endpoint.authorize(body.getBytes(StandardCharsets.UTF_8), user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socket_id=1.2&channel_name=private-user-ann",
                "channel_name=private%2Duser%2Dann&socket_id=1.2",
                " {\"socket_id\":\"1.2\",\"channel_name\":\"private-user-ann\"}",
                "--b\r\nContent-Disposition: form-data; name=\"socket_id\"\r\n\r\n1.2\r\n--b\r\n"
                        + "Content-Disposition: form-data; name=\"channel_name\"\r\n\r\nprivate-user-ann\r\n--b--\r\n"
            })
    void theBodySaysWhatItIs(String body) {
        AuthorizationAnswer answer = authorize(body, "ann");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{\"auth\":\"recording-key:").doesNotContain("channel_data");
        assertThat(answer.rule()).isEqualTo("private-user-{userId}");
        assertThat(answer.reason()).isEqualTo("own channel");
    }

    @Test
    void aPresenceChannelGetsItsMember() {
        assertThat(authorize("socket_id=1.2&channel_name=presence-room-1", "ann")
                        .body())
                .contains(
                        "\"channel_data\":\"{\\\"user_id\\\":\\\"ann\\\",\\\"user_info\\\":{\\\"name\\\":\\\"ann\\\"}}\"");
    }

    @Test
    void whoIsNotSignedInGets401() {
        AuthorizationAnswer answer = authorize("socket_id=1.2&channel_name=private-user-ann", null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
    }

    @Test
    void whoMayNotGets403WithoutLearningWhy() {
        AuthorizationAnswer answer = authorize("socket_id=1.2&channel_name=private-user-bob", "ann");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Access denied\"}");
        assertThat(answer.reason()).isEqualTo("channel of bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"private-whatever", "presence-x", "news", "private-user-", "private-encrypted-user-ann"})
    void whatWasNotDeclaredIsDenied(String channel) {
        AuthorizationAnswer answer = authorize("socket_id=1.2&channel_name=" + channel, "ann");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":\"Unauthorized channel\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"socket_id\":12}",
                "socket_id=1.2",
                "channel_name=private-user-ann",
                "socket_id=1:2&channel_name=private-user-ann",
                "socket_id=1.2&channel_name=private-user-%zz",
                "socket_id=1.2&channel_name=private user",
                "--b"
            })
    void whatIsMalformedGets400(String body) {
        AuthorizationAnswer answer = authorize(body, "ann");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).startsWith("{\"error\":\"");
    }

    @Test
    void aUserSignsInWithTheirWatchlist() {
        byte[] body = "socket_id=1.2".getBytes(StandardCharsets.UTF_8);

        assertThat(endpoint.authenticate(body, "ann").body())
                .contains("\"user_data\":\"{\\\"id\\\":\\\"ann\\\",\\\"watchlist\\\":[\\\"bob\\\"]}\"");
        assertThat(endpoint.authenticate(body, null).status()).isEqualTo(401);
        assertThat(endpoint.authenticate(new byte[0], "ann").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"socket_id\":\"1.2\",\"channel_name\":[\"private-user-ann\",\"private-user-bob\",\"no channel\"]}",
                "socket_id=1.2&channel_name[0]=private-user-ann&channel_name[1]=private-user-bob&channel_name[2]=no+channel",
                "socket_id=1.2&channel_name%5B%5D=private-user-ann&channel_name[]=private-user-bob&channel_name[]=no+channel"
            })
    void severalChannelsAreAuthorizedEachForItself(String body) {
        List<AuthorizationAnswer> answers = endpoint.authorizeBatch(body.getBytes(StandardCharsets.UTF_8), "ann");

        assertThat(answers).extracting(AuthorizationAnswer::status).containsExactly(200, 200, 403, 400);
        assertThat(answers.getFirst().body())
                .startsWith("{\"private-user-ann\":{\"status\":200,\"data\":{\"auth\":\"recording-key:")
                .contains("\"private-user-bob\":{\"status\":403,\"data\":{\"error\":\"Access denied\"}}");
        assertThat(answers.get(2).reason()).isEqualTo("channel of bob");
    }

    @Test
    void aBatchWithoutChannelsOrUserIsAnsweredAsAWhole() {
        byte[] body = "socket_id=1.2&channel_name[0]=private-user-ann".getBytes(StandardCharsets.UTF_8);

        assertThat(endpoint.authorizeBatch(body, null))
                .singleElement()
                .extracting(AuthorizationAnswer::status)
                .isEqualTo(401);
        assertThat(endpoint.authorizeBatch("socket_id=1.2".getBytes(StandardCharsets.UTF_8), "ann"))
                .singleElement()
                .extracting(AuthorizationAnswer::status)
                .isEqualTo(400);
    }

    @Test
    void anObserverHearsWhoAsksBeforeWhatIsDecidedAndNoSecret() {
        List<String> heard = new ArrayList<>();
        AuthorizationObserver observer = new AuthorizationObserver() {
            @Override
            public void asked(String userId, String socketId) {
                heard.add(userId + " asks with " + socketId);
            }

            @Override
            public void decided(@Nullable String userId, @Nullable String channel, AuthorizationAnswer answer) {
                heard.add(userId + " " + channel + " " + answer.status() + " " + answer.rule() + " " + answer.reason());
            }
        };
        AuthorizationEndpoint<String> observed = new AuthorizationEndpoint<>(
                new RecordingRealtimeService(),
                REGISTRY,
                user -> user,
                SignedInUser::of,
                observer.and(AuthorizationObserver.logging()));

        observed.authorize("socket_id=1.2&channel_name=private-user-bob".getBytes(StandardCharsets.UTF_8), "ann");
        observed.authorize("socket_id=1.2&channel_name=private-user-bob".getBytes(StandardCharsets.UTF_8), null);
        observed.authorize("socket_id=x".getBytes(StandardCharsets.UTF_8), "ann");
        observed.authenticate("socket_id=1.2".getBytes(StandardCharsets.UTF_8), "ann");
        observed.authorizeBatch(
                "socket_id=1.2&channel_name[0]=private-user-ann&channel_name[1]=no+channel"
                        .getBytes(StandardCharsets.UTF_8),
                "ann");

        assertThat(heard)
                .containsExactly(
                        "ann asks with 1.2",
                        "ann private-user-bob 403 private-user-{userId} channel of bob",
                        "null private-user-bob 401 private-user-bob nobody is signed in",
                        "ann null 400 request malformed",
                        "ann asks with 1.2",
                        "ann null 200 sign-in signed in",
                        "ann asks with 1.2",
                        "ann private-user-ann 200 private-user-{userId} own channel",
                        "ann null 400 request malformed");
    }

    @Test
    void whoLosesARightLosesTheConnectionsToo() {
        RecordingRealtimeService recording = new RecordingRealtimeService();

        new AuthorizationEndpoint<String>(recording, REGISTRY, SignedInUser::of).revoke("ann");

        assertThat(recording.terminated()).containsExactly("ann");
    }
}
