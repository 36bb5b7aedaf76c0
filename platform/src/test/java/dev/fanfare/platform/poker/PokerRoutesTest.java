package dev.fanfare.platform.poker;

import static dev.fanfare.platform.poker.Team.assertRefused;
import static dev.fanfare.platform.poker.Team.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What people do in a session, one after the other. */
@OnEachDatabase
class PokerRoutesTest {
    private final Team team;

    PokerRoutesTest(RunningPlatform platform) {
        team = new Team(platform);
    }

    @Test
    void aSessionGoesFromTaskToTaskUntilItIsOver() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob"));
        String first = team.task(id, 0);
        String second = team.task(id, 1);
        done(team.vote("ada", id, first, 5));
        done(team.vote("bob", id, first, 8));
        JsonNode revealed = done(team.act("ada", id, "reveal", "{}"));
        assertThat(revealed.path("phase").asString()).isEqualTo("revealed");
        assertThat(revealed.path("statistics").path("average").asDouble()).isEqualTo(6.5);

        JsonNode next = done(team.act("ada", id, "finalize", "{\"storyPoints\":8}"));

        assertThat(next.path("currentTaskId").asString()).isEqualTo(second);
        assertThat(next.path("phase").asString()).isEqualTo("voting");
        assertThat(next.path("votes").isNull()).isTrue();
        assertThat(next.path("tasks").path(0).path("finalStoryPoints").asInt()).isEqualTo(8);
        assertThat(next.path("you").path("storyPoints").isNull()).isTrue();

        done(team.vote("bob", id, second, "?"));
        done(team.act("ada", id, "reveal", "{}"));
        JsonNode ended = done(team.act("ada", id, "finalize", "{\"storyPoints\":\"?\"}"));

        assertThat(ended.path("status").asString()).isEqualTo("ended");
        assertThat(ended.path("currentTaskId").isNull()).isTrue();
        assertThat(ended.path("endedAt").isNull()).isFalse();
        assertThat(ended.path("tasks").path(1).path("finalStoryPoints").asString())
                .isEqualTo("?");
        assertRefused(team.vote("bob", id, second, 3), 409, "session_ended");
        assertRefused(team.act("ada", id, "reopen", "{\"taskId\":\"" + first + "\"}"), 409, "session_ended");
        assertRefused(team.act("cleo", id, "join", "{}"), 409, "session_ended");
    }

    @Test
    void whoComesLateSeesHowItStands() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob"));
        done(team.vote("bob", id, 8));

        JsonNode seen = team.see("cleo", id);

        assertThat(seen.path("you").path("role").isNull()).isTrue();
        assertThat(seen.path("votes").isNull()).isTrue();
        assertThat(seen.path("statistics").isNull()).isTrue();
        assertThat(seen.path("members").path(0).path("id").asString()).isEqualTo("ada");
        assertThat(seen.path("members").path(0).path("hasVoted").asBoolean()).isFalse();
        assertThat(seen.path("members").path(1).path("hasVoted").asBoolean()).isTrue();
        assertThat(seen.path("channel").asString()).isEqualTo("presence-planning-poker-" + id);
        assertThat(team.see("bob", id).path("you").path("storyPoints").asInt()).isEqualTo(8);
    }

    @Test
    void spectatorsAndWhoHasNotJoinedDoNotVoteAndVotersDoNotLead() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob"));
        done(team.act("cleo", id, "join", "{\"role\":\"spectator\"}"));

        assertRefused(team.vote("cleo", id, 5), 403, "spectator");
        assertRefused(team.vote("dan", id, 5), 403, "not_a_member");
        assertRefused(team.vote("eve", id, team.task(id, 0), 5), 404, "not_found");
        for (String action : List.of("reveal", "revote", "skip", "end")) {
            assertRefused(team.act("bob", id, action, "{}"), 403, "forbidden");
            assertRefused(team.act("dan", id, action, "{}"), 403, "not_a_member");
            assertRefused(team.act("eve", id, action, "{}"), 404, "not_found");
        }
        assertRefused(team.act("bob", id, "finalize", "{\"storyPoints\":5}"), 403, "forbidden");
        assertRefused(team.act("bob", id, "timer", "{\"seconds\":5}"), 403, "forbidden");
        assertRefused(team.act("bob", id, "tasks", "{\"title\":\"third\"}"), 403, "forbidden");
        assertRefused(team.assign("bob", id, "bob", "facilitator"), 403, "forbidden");
        assertThat(team.see("ada", id).path("version"))
                .isEqualTo(team.see("bob", id).path("version"));
        assertThat(team.see("ada", id).path("members").toString()).doesNotContain("\"hasVoted\":true");
    }

    @Test
    void votesAreChangedAndTakenBackUntilTheyAreRevealedAndAgainInTheNextRound()
            throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob"));
        done(team.vote("bob", id, 3));
        done(team.vote("bob", id, 5));
        assertThat(done(team.as("bob").delete(Team.SESSIONS + "/" + id + "/vote"))
                        .path("you")
                        .path("storyPoints")
                        .isNull())
                .isTrue();
        assertRefused(team.act("ada", id, "revote", "{}"), 409, "not_revealed");
        assertRefused(team.act("ada", id, "finalize", "{\"storyPoints\":5}"), 409, "not_revealed");
        done(team.vote("bob", id, 13));
        JsonNode revealed = done(team.act("ada", id, "reveal", "{}"));
        assertThat(revealed.path("votes").toString()).isEqualTo("[{\"userId\":\"bob\",\"storyPoints\":13}]");
        assertThat(done(team.act("ada", id, "reveal", "{}")).path("version")).isEqualTo(revealed.path("version"));
        assertRefused(team.vote("bob", id, 1), 409, "already_revealed");
        assertRefused(team.as("bob").delete(Team.SESSIONS + "/" + id + "/vote"), 409, "already_revealed");

        JsonNode again = done(team.act("ada", id, "revote", "{}"));

        assertThat(again.path("round").asInt()).isEqualTo(2);
        assertThat(again.path("votes").isNull()).isTrue();
        assertThat(team.see("bob", id).path("you").path("storyPoints").isNull()).isTrue();
        done(team.vote("bob", id, 1));
    }

    @Test
    void whatIsMeantForAnotherTaskHappensToNone() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob"));
        String second = team.task(id, 1);
        String json = "{\"taskId\":\"" + second + "\"}";

        assertRefused(team.vote("bob", id, second, 5), 409, "not_current_task");
        assertRefused(team.vote("bob", id, "none", 5), 409, "not_current_task");
        assertRefused(team.act("ada", id, "reveal", json), 409, "not_current_task");
        assertRefused(team.act("ada", id, "skip", json), 409, "not_current_task");
        done(team.act("ada", id, "reveal", "{}"));
        assertRefused(team.act("ada", id, "revote", json), 409, "not_current_task");
        assertRefused(
                team.act("ada", id, "finalize", "{\"storyPoints\":5,\"taskId\":\"" + second + "\"}"),
                409,
                "not_current_task");
    }

    @Test
    void tasksAreSkippedReopenedAndAdded() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob"));
        String first = team.task(id, 0);
        String second = team.task(id, 1);
        done(team.vote("bob", id, 3));
        JsonNode skipped = done(team.act("ada", id, "skip", "{}"));
        assertThat(skipped.path("tasks").path(0).path("skipped").asBoolean()).isTrue();
        assertThat(skipped.path("currentTaskId").asString()).isEqualTo(second);

        JsonNode none = done(team.act("ada", id, "skip", "{}"));
        assertThat(none.path("currentTaskId").isNull()).isTrue();
        assertThat(none.path("status").asString()).isEqualTo("active");
        assertRefused(team.vote("bob", id, second, 3), 409, "not_current_task");
        assertRefused(team.act("ada", id, "reveal", "{}"), 409, "not_current_task");

        JsonNode added = done(team.act("ada", id, "tasks", "{\"title\":\"third\",\"description\":\"more\"}"));
        assertThat(added.path("tasks").size()).isEqualTo(3);
        assertThat(added.path("currentTaskId").asString())
                .isEqualTo(added.path("tasks").path(2).path("id").asString());

        JsonNode reopened = done(team.act("ada", id, "reopen", "{\"taskId\":\"" + first + "\"}"));
        assertThat(reopened.path("currentTaskId").asString()).isEqualTo(first);
        assertThat(reopened.path("tasks").path(0).path("skipped").asBoolean()).isFalse();
        assertThat(team.see("bob", id).path("you").path("storyPoints").asInt()).isEqualTo(3);
        assertRefused(team.act("ada", id, "reopen", "{\"taskId\":\"none\"}"), 404, "not_found");

        done(team.act("ada", id, "reveal", "{}"));
        JsonNode settled = done(team.act("ada", id, "finalize", "{\"storyPoints\":4}"));
        assertThat(settled.path("currentTaskId").asString())
                .isEqualTo(added.path("tasks").path(2).path("id").asString());
        JsonNode again = done(team.act("ada", id, "reopen", "{\"taskId\":\"" + first + "\"}"));
        assertThat(again.path("tasks").path(0).path("finalStoryPoints").isNull())
                .isTrue();
        assertThat(again.path("round").asInt()).isEqualTo(2);
        assertThat(again.path("votes").isNull()).isTrue();
    }

    @Test
    void whoeverLeadsMayLeave() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob", "cleo", "dan"));
        done(team.assign("ada", id, "dan", "cofacilitator"));
        assertRefused(team.assign("dan", id, "bob", "spectator"), 403, "forbidden");
        assertRefused(team.assign("ada", id, "ada", "voter"), 409, "facilitator_needed");
        assertRefused(team.assign("ada", id, "eve", "voter"), 404, "not_found");

        done(team.act("ada", id, "leave", ""));
        assertThat(team.roleOf("dan", id)).isEqualTo("facilitator");
        done(team.act("dan", id, "leave", ""));
        assertThat(team.roleOf("bob", id)).isEqualTo("facilitator");
        done(team.assign("bob", id, "cleo", "facilitator"));
        assertThat(team.roleOf("bob", id)).isEqualTo("cofacilitator");
        done(team.assign("cleo", id, "bob", "spectator"));
        done(team.act("cleo", id, "leave", ""));
        assertThat(team.roleOf("bob", id)).isEqualTo("spectator");
        done(team.act("cleo", id, "leave", ""));

        done(team.act("dan", id, "join", "{}"));
        assertThat(team.roleOf("dan", id)).isEqualTo("facilitator");
    }

    @Test
    void whoLeavesOrOnlyWatchesNowHasNoVote() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob", "cleo"));
        done(team.vote("bob", id, 3));
        done(team.vote("cleo", id, 5));
        done(team.act("bob", id, "leave", ""));
        done(team.act("cleo", id, "join", "{\"role\":\"spectator\"}"));
        done(team.act("bob", id, "join", "{}"));

        JsonNode revealed = done(team.act("ada", id, "reveal", "{}"));

        assertThat(revealed.path("votes").isEmpty()).isTrue();
        assertThat(team.roleOf("cleo", id)).isEqualTo("spectator");
        done(team.act("cleo", id, "join", "{\"role\":\"voter\"}"));
        assertThat(team.roleOf("cleo", id)).isEqualTo("voter");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            join      | {"role":"facilitator"}  | 400
            join      | {"role":"boss"}         | 400
            timer     | {"seconds":0}           | 400
            timer     | {"seconds":3601}        | 400
            tasks     | {"title":" "}           | 400
            reopen    | {}                      | 400
            finalize  | {}                      | 400
            finalize  | {"storyPoints":null}    | 400
            """)
    void whatMakesNoSenseIsRefused(String action, String json, int status) throws IOException, InterruptedException {
        String id = team.open("ada", List.of());

        assertThat(team.act("ada", id, action, json).status()).isEqualTo(status);
    }
}
