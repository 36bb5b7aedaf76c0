package dev.fanfare.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.sample.RunningApplication;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.sdk.SignedInUser;
import dev.fanfare.sdk.authorization.AuthorizationEndpoint;
import dev.fanfare.sdk.registry.Decision;
import dev.fanfare.sdk.registry.Registry;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** A registry whose users are not principals. */
class OwnUsersTest {
    private static final String FORM = "socket_id=1.2&channel_name=private-team-red";

    record Player(String id, String team) {}

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Playing {
        @Bean
        Registry<Player> channels() {
            return Registry.<Player>builder()
                    .channel(
                            "private-team-{id}",
                            team -> team.allows((player, id) -> new Decision(player.team.equals(id), "team")))
                    .build();
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class PlayingAndLookingUp extends Playing {
        @Bean
        AuthorizationEndpoint<Player> endpoint(RealtimeService service, Registry<Player> channels) {
            return new AuthorizationEndpoint<>(service, channels, player -> SignedInUser.of(player.id));
        }

        @Bean
        UserLookup<Player> players() {
            Map<String, Player> known = Map.of("ann", new Player("17", "red"), "bob", new Player("18", "blue"));
            return principal -> known.get(principal.getName());
        }
    }

    @Test
    void withALookupTheEndpointsKnowTheApplicationsOwnUsers() throws IOException, InterruptedException {
        try (RunningApplication application = RunningApplication.embedded(PlayingAndLookingUp.class)) {
            assertThat(application.post("/pusher/auth", FORM, "ann").statusCode())
                    .isEqualTo(200);
            assertThat(application.post("/pusher/auth", FORM, "bob").statusCode())
                    .isEqualTo(403);
            assertThat(application.post("/pusher/auth", FORM, "nobody").statusCode())
                    .isEqualTo(401);
            assertThat(application.post("/pusher/user-auth", FORM, "ann").body())
                    .contains("\\\"id\\\":\\\"17\\\"");
        }
    }

    @Test
    void withoutALookupThereAreNoEndpointsAndTheApplicationStarts() throws IOException, InterruptedException {
        try (RunningApplication application = RunningApplication.embedded(Playing.class)) {
            assertThat(application.post("/pusher/auth", FORM, "ann").statusCode())
                    .isEqualTo(404);
        }
    }
}
