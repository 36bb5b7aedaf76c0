package dev.fanfare.platform.poker;

import static dev.fanfare.platform.RunningPlatform.heard;
import static dev.fanfare.platform.poker.Team.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.Device;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnEachDatabase
class PokerEventsTest {
    private final RunningPlatform platform;
    private final Team team;

    PokerEventsTest(RunningPlatform platform) {
        this.platform = platform;
        team = new Team(platform);
    }

    private static String said(TestClient client, String event) {
        return heard(client, event).dataJson().toString();
    }

    @Test
    void bothChannelsHearTheSameInTheWordsOfTheFirstClients() throws IOException, InterruptedException {
        String id = team.open("ada", List.of());
        String first = team.task(id, 0);
        String second = team.task(id, 1);
        try (TestClient anybody = platform.client();
                TestClient member = platform.client()) {
            anybody.subscribe("planning-poker-" + id);
            team.as("dan").subscribe(member, "presence-planning-poker-" + id);

            done(team.act("bob", id, "join", "{}"));
            done(team.vote("bob", id, "?"));
            done(team.vote("bob", id, 5));
            done(team.as("bob").delete(Team.SESSIONS + "/" + id + "/vote"));
            done(team.vote("ada", id, 8));
            done(team.act("ada", id, "reveal", "{}"));
            done(team.act("ada", id, "finalize", "{\"storyPoints\":8}"));
            done(team.act("ada", id, "reveal", "{}"));
            done(team.act("ada", id, "finalize", "{\"storyPoints\":\"?\"}"));

            String session = "{\"sessionId\":\"" + id + "\"";
            String masked =
                    session + ",\"taskId\":\"" + first + "\",\"userId\":\"bob\",\"storyPoints\":null,\"masked\":true}";
            for (TestClient client : List.of(anybody, member)) {
                assertThat(said(client, "member-joined"))
                        .isEqualTo(session + ",\"userId\":\"bob\",\"userName\":\"Bob Buyer\"}");
                assertThat(said(client, "vote")).isEqualTo(masked);
                assertThat(said(client, "vote")).isEqualTo(masked);
                assertThat(said(client, "vote-retracted"))
                        .isEqualTo(session + ",\"taskId\":\"" + first + "\",\"userId\":\"bob\"}");
                assertThat(said(client, "votes-revealed"))
                        .isEqualTo(session + ",\"taskId\":\"" + first
                                + "\",\"votes\":[{\"userId\":\"ada\",\"storyPoints\":8}]}");
                assertThat(said(client, "task-finalized"))
                        .isEqualTo(session + ",\"taskId\":\"" + first
                                + "\",\"finalStoryPoints\":8,\"nextTaskIndex\":1,\"nextTaskId\":\"" + second + "\"}");
                assertThat(said(client, "task-finalized"))
                        .isEqualTo(session + ",\"taskId\":\"" + second
                                + "\",\"finalStoryPoints\":\"?\",\"nextTaskIndex\":null,\"nextTaskId\":null}");
                assertThat(said(client, "session-ended")).isEqualTo(session + "}");
                client.awaitNothing();
            }
        }
    }

    @Test
    void onlyTheVotersOwnChannelHasTheValue() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob", "cleo"));
        try (Device bobs = Device.of(platform, "bob");
                Device cleos = Device.of(platform, "cleo")) {
            done(team.vote("bob", id, 13));

            JsonNode own = bobs.heard("vote").dataJson();
            assertThat(own.path("storyPoints").asInt()).isEqualTo(13);
            assertThat(own.has("masked")).isFalse();
            done(team.vote("cleo", id, 8));
            assertThat(cleos.heard("vote").dataJson().path("userId").asString()).isEqualTo("cleo");
        }
    }

    /** Something to be done to a session. */
    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private static void assertTells(TestClient member, Supplier<JsonNode> seen, Step step)
            throws IOException, InterruptedException {
        step.run();
        JsonNode change = heard(member, "session:changed").dataJson();
        assertThat(change.path("version").asLong())
                .isEqualTo(seen.get().path("version").asLong());
        member.awaitNothing();
    }

    @Test
    void whatElseChangesIsToldToThosePresentOnly() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob", "cleo"));
        try (TestClient anybody = platform.client();
                TestClient member = platform.client()) {
            anybody.subscribe("planning-poker-" + id);
            heard(anybody, "pusher_internal:subscription_count");
            team.as("dan").subscribe(member, "presence-planning-poker-" + id);
            Supplier<JsonNode> seen = () -> platform.bean(JsonMapper.class)
                    .valueToTree(platform.bean(Games.class).see(id, "ada"));
            done(team.act("ada", id, "reveal", "{}"));
            heard(anybody, "votes-revealed");
            heard(member, "votes-revealed");

            assertTells(member, seen, () -> done(team.act("ada", id, "revote", "{}")));
            assertTells(member, seen, () -> done(team.act("ada", id, "timer", "{\"seconds\":60}")));
            assertTells(member, seen, () -> done(team.act("ada", id, "tasks", "{\"title\":\"third\"}")));
            assertTells(member, seen, () -> done(team.act("ada", id, "skip", "{}")));
            String first = team.task(id, 0);
            assertTells(member, seen, () -> done(team.act("ada", id, "reopen", "{\"taskId\":\"" + first + "\"}")));
            assertTells(member, seen, () -> done(team.assign("ada", id, "bob", "cofacilitator")));
            assertTells(member, seen, () -> done(team.act("cleo", id, "leave", "")));
            done(team.act("ada", id, "timer", "{\"seconds\":null}"));
            anybody.awaitNothing();
        }
    }

    @Test
    void whatChangesNothingIsNotTold() throws IOException, InterruptedException {
        String id = team.open("ada", List.of("bob"));
        done(team.vote("bob", id, 5));
        long version = team.see("bob", id).path("version").asLong();

        done(team.vote("bob", id, 5));
        done(team.act("bob", id, "join", "{\"role\":\"voter\"}"));
        done(team.act("cleo", id, "leave", ""));
        done(team.assign("ada", id, "bob", "voter"));
        done(team.act("ada", id, "reopen", "{\"taskId\":\"" + team.task(id, 0) + "\"}"));

        assertThat(team.see("bob", id).path("version").asLong()).isEqualTo(version);
    }

    @Test
    void everybodyInTheChannelHasANameAndNoEmail() throws IOException, InterruptedException {
        String id = team.open("ada", List.of());
        try (TestClient member = platform.client();
                TestClient other = platform.client()) {
            team.as("dan").subscribe(member, "presence-planning-poker-" + id);
            team.as("bob").subscribe(other, "presence-planning-poker-" + id);

            JsonNode added = heard(member, "pusher_internal:member_added").dataJson();
            assertThat(added.path("user_id").asString()).isEqualTo("bob");
            assertThat(added.path("user_info").toString()).isEqualTo("{\"name\":\"Bob Buyer\",\"avatar\":null}");
        }
    }

    @Test
    void withoutAPublicChannelNothingIsOnIt() throws IOException, InterruptedException {
        try (RunningPlatform quiet = RunningPlatform.on(Database.H2, "--platform.poker.public-channel=false")) {
            Team quietTeam = new Team(quiet);
            String id = quietTeam.open("ada", List.of("bob"));
            try (TestClient member = quiet.client()) {
                quietTeam.as("dan").subscribe(member, "presence-planning-poker-" + id);
                done(quietTeam.vote("bob", id, 5));
                heard(member, "vote");
            }
            assertThat(done(quiet.asNobody().get("/api/realtime/events?after=0&channel=planning-poker-" + id))
                            .path("events")
                            .isEmpty())
                    .isTrue();
        }
    }

    @Test
    void liveVotesAreSeenByAll() throws IOException, InterruptedException {
        try (RunningPlatform open = RunningPlatform.on(Database.H2, "--platform.poker.vote-disclosure=live")) {
            Team openTeam = new Team(open);
            String id = openTeam.open("ada", List.of("bob"));
            try (TestClient anybody = open.client()) {
                anybody.subscribe("planning-poker-" + id);
                done(openTeam.vote("bob", id, 5));
                assertThat(said(anybody, "vote")).contains("\"storyPoints\":5").doesNotContain("masked");
            }
            assertThat(openTeam.see("ada", id)
                            .path("votes")
                            .path(0)
                            .path("storyPoints")
                            .asInt())
                    .isEqualTo(5);
        }
    }
}
