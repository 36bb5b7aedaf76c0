package dev.fanfare.sdk.systems;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.authorization.AuthorizationAnswer;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import dev.fanfare.sdk.recording.RecordingRealtimeService;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may subscribe to what, when things belong to the user whose id they begin with. */
class SubscriptionRightsTest {
    private final AuthorizationEndpoint<String> endpoint =
            new AuthorizationEndpoint<>(new RecordingRealtimeService(), AllSystems.registry(), SignedInUser::of);

    private AuthorizationAnswer asked(String channel, @Nullable String user) {
        String form = "socket_id=1.1&channel_name=" + channel;
        return endpoint.authorize(form.getBytes(StandardCharsets.UTF_8), user);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private-user-ann",
                "private-auction-ann-1",
                "private-conversation-ann-1",
                "private-tenant-ann_1",
                "private-order-ann-1",
                "private-contact-ann-1",
                "presence-contact-ann-1",
                "presence-room-ann-1",
                "presence-product-ann-1",
                "presence-category-ann-1",
                "presence-planning-poker-ann-1"
            })
    void thoseWhomItConcernsMayAndNobodyElse(String channel) {
        AuthorizationAnswer own = asked(channel, "ann");
        assertThat(own.status()).isEqualTo(200);
        assertThat(own.body().contains("channel_data")).isEqualTo(channel.startsWith("presence-"));
        assertThat(asked(channel, "bob").status()).isEqualTo(403);
        assertThat(asked(channel, "bob").body()).contains("Access denied");
        assertThat(asked(channel, null).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "private-whatever",
                "private-user",
                "private-auctions-ann",
                "presence-planning-pokers-ann",
                "presence-ann",
                "private-encrypted-user-ann",
                "private-cache-user-ann"
            })
    void whatIsNotDeclaredNobodyMaySubscribeTo(String channel) {
        AuthorizationAnswer answer = asked(channel, "ann");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("Unauthorized channel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "bob"})
    void whoeverIsSignedInMaySearch(String user) {
        assertThat(asked("presence-search-kQ3xYb0pTn7Rz2LsVd8wJg", user).body()).contains("channel_data");
    }
}
