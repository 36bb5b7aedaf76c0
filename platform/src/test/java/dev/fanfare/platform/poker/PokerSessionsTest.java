package dev.fanfare.platform.poker;

import static dev.fanfare.platform.poker.Team.assertRefused;
import static dev.fanfare.platform.poker.Team.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Which sessions there may be, and who finds them. */
@OnEachDatabase
class PokerSessionsTest {
    private final RunningPlatform platform;
    private final Team team;

    PokerSessionsTest(RunningPlatform platform) {
        this.platform = platform;
        team = new Team(platform);
    }

    @Test
    void decksAreKnownOrOnesOwn() throws IOException, InterruptedException {
        JsonNode decks = done(team.as("ada").get("/api/poker/decks")).path("decks");
        assertThat(decks.valueStream().map(deck -> deck.path("name").asString()))
                .containsExactly("fibonacci", "t-shirt", "powers");
        String shirts = team.open("ada", List.of(), "\"deck\":\"t-shirt\"");
        done(team.vote("ada", shirts, "XL"));
        assertRefused(team.vote("ada", shirts, 5), 400, "not_a_card");

        String own = team.open("ada", List.of(), "\"cards\":[0.5,\"1.0\",\"☕\"]");
        assertThat(team.see("ada", own).path("deck").toString())
                .isEqualTo("{\"name\":\"custom\",\"cards\":[\"0.5\",\"1\",\"☕\"]}");
        assertThat(done(team.vote("ada", own, 0.5))
                        .path("you")
                        .path("storyPoints")
                        .asDouble())
                .isEqualTo(0.5);
        assertThat(done(team.vote("ada", own, 1))
                        .path("you")
                        .path("storyPoints")
                        .isNumber())
                .isTrue();
        done(team.vote("ada", own, "☕"));
        done(team.act("ada", own, "reveal", "{}"));
        assertRefused(team.act("ada", own, "finalize", "{\"storyPoints\":\"tea\"}"), 400, "not_a_card");
        done(team.act("ada", own, "finalize", "{\"storyPoints\":7}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"deck\":\"tarot\"",
                "\"cards\":[1]",
                "\"cards\":[1,\"1\"]",
                "\"cards\":[1,null]",
                "\"cards\":[1,\"\"]",
                "\"cards\":[1,\"a\\nb\"]",
                "\"cards\":[1,\"12345678901234567\"]",
                "\"cards\":[1,1e999999999]",
                "\"title\":\" \"",
                "\"tasks\":[]",
                "\"tasks\":[{\"title\":\"\"}]",
                "\"tasks\":[null]",
                "\"role\":\"spectator\"",
                "\"role\":\"boss\""
            })
    void aSessionThatMakesNoSenseIsRefused(String field) throws IOException, InterruptedException {
        assertThat(team.begin("ada", field).status()).isEqualTo(400);
    }

    @Test
    void aProjectHasOneSessionAtATime() throws IOException, InterruptedException {
        String id = team.open("ada", List.of(), "\"project\":\"Lighthouse\"");
        assertRefused(team.begin("bob", "\"project\":\" lighthouse\""), 409, "session_active");
        assertThat(team.begin("eve", "\"project\":\"Lighthouse\"").status()).isEqualTo(201);

        done(team.act("ada", id, "end", "{\"reason\":\"Lunch\"}"));

        assertThat(team.see("bob", id).path("endedReason").asString()).isEqualTo("Lunch");
        assertThat(team.begin("bob", "\"project\":\"Lighthouse\"").status()).isEqualTo(201);
        assertRefused(team.act("ada", id, "end", "{}"), 409, "session_ended");
    }

    @Test
    void aProjectMayHaveANameThatGrowsInSmallLetters() throws IOException, InterruptedException {
        String project = "\"project\":\"" + "İ".repeat(80) + "\"";
        assertThat(team.begin("ada", project).status()).isEqualTo(201);
        assertRefused(team.begin("bob", project), 409, "session_active");
    }

    @Test
    void sessionsAreListedByTenantTheNewestFirst() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(team.open("ada", List.of("bob")));
        }
        done(team.act("ada", ids.get(1), "end", "{}"));

        Answer page = team.as("bob").get(Team.SESSIONS + "?limit=2");
        String next = page.json().path("next").asString();
        List<String> listed = new ArrayList<>(listed(page));
        listed.addAll(listed(team.as("bob").get(Team.SESSIONS + "?limit=100&cursor=" + next)));

        assertThat(listed).containsAll(ids).doesNotHaveDuplicates();
        assertThat(listed(team.as("bob").get(Team.SESSIONS + "?status=active")))
                .contains(ids.get(0), ids.get(2))
                .doesNotContain(ids.get(1));
        assertThat(listed(team.as("bob").get(Team.SESSIONS + "?status=ended"))).contains(ids.get(1));
        assertThat(listed(team.as("eve").get(Team.SESSIONS + "?limit=100"))).doesNotContainAnyElementsOf(ids);
        JsonNode entry = page.json().path("sessions").path(0);
        assertThat(entry.path("members").asInt()).isEqualTo(2);
        assertThat(entry.path("tasks").asInt()).isEqualTo(2);
        assertThat(entry.path("finalized").asInt()).isZero();
        assertThat(team.as("bob").get(Team.SESSIONS + "?status=paused").status())
                .isEqualTo(400);
        assertThat(team.as("bob").get(Team.SESSIONS + "?cursor=x").status()).isEqualTo(400);
        assertThat(platform.asNobody().get(Team.SESSIONS).status()).isEqualTo(401);
    }

    private static List<String> listed(Answer page) {
        return done(page)
                .path("sessions")
                .valueStream()
                .map(session -> session.path("id").asString())
                .toList();
    }
}
