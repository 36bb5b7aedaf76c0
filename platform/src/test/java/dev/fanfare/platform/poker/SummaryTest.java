package dev.fanfare.platform.poker;

import static dev.fanfare.platform.poker.Team.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class SummaryTest {
    private final RunningPlatform platform;
    private final Team team;

    SummaryTest(RunningPlatform platform) {
        this.platform = platform;
        team = new Team(platform);
    }

    /** Two rounds for the first task, none for the second, and a secret one for the third. */
    private String played() throws IOException, InterruptedException {
        String id = team.open(
                "ada",
                List.of("bob"),
                "\"cards\":[1,2,\"=2+3\"]",
                "\"tasks\":[{\"title\":\"=cmd\",\"description\":\"say \\\"hi\\\"\"},{\"title\":\"skipped\"},{\"title\":\"open\"}]");
        done(team.vote("ada", id, 1));
        done(team.vote("bob", id, "=2+3"));
        done(team.act("ada", id, "reveal", "{}"));
        done(team.act("ada", id, "revote", "{}"));
        done(team.vote("ada", id, 2));
        done(team.vote("bob", id, 2));
        done(team.act("ada", id, "reveal", "{}"));
        done(team.act("ada", id, "finalize", "{\"storyPoints\":2}"));
        done(team.act("ada", id, "skip", "{}"));
        done(team.vote("ada", id, 1));
        done(team.act("bob", id, "leave", ""));
        return id;
    }

    @Test
    void itHasEachRoundThatWasRevealed() throws IOException, InterruptedException {
        String id = played();

        JsonNode summary = done(team.as("cleo").get(Team.SESSIONS + "/" + id + "/summary"));

        JsonNode first = summary.path("tasks").path(0);
        assertThat(first.path("finalStoryPoints").asInt()).isEqualTo(2);
        assertThat(first.path("rounds").size()).isEqualTo(2);
        assertThat(first.path("rounds").path(0).path("votes").toString())
                .isEqualTo("[{\"userId\":\"ada\",\"storyPoints\":1},{\"userId\":\"bob\",\"storyPoints\":\"=2+3\"}]");
        assertThat(first.path("rounds").path(1).path("statistics").toString())
                .isEqualTo("{\"average\":2,\"median\":2,\"consensus\":true,"
                        + "\"distribution\":[{\"storyPoints\":2,\"count\":2}]}");
        assertThat(summary.path("tasks").path(1).path("rounds").isEmpty()).isTrue();
        assertThat(summary.path("tasks").path(2).path("rounds").isEmpty()).isTrue();
        assertThat(summary.path("totals").toString())
                .isEqualTo("{\"tasks\":3,\"finalized\":1,\"skipped\":1,\"storyPoints\":2}");
        assertThat(summary.path("people")
                        .valueStream()
                        .map(person -> person.path("name").asString()))
                .containsExactlyInAnyOrder("Ada Seller", "Bob Buyer");
        assertThat(summary.path("session").path("id").asString()).isEqualTo(id);
    }

    @Test
    void asATableItCalculatesNothing() throws IOException, InterruptedException {
        String id = played();

        Answer csv = team.as("cleo").get(Team.SESSIONS + "/" + id + "/summary.csv");

        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"planning-poker-" + id + ".csv\"");
        assertThat(csv.body().split("\r\n"))
                .containsExactly(
                        "\"Task\",\"Description\",\"Round\",\"Voter\",\"Vote\",\"Average\",\"Median\",\"Consensus\",\"Story points\"",
                        "\"'=cmd\",\"say \"\"hi\"\"\",\"1\",\"Ada Seller\",\"1\",\"1\",\"1\",\"no\",\"2\"",
                        "\"'=cmd\",\"say \"\"hi\"\"\",\"1\",\"Bob Buyer\",\"'=2+3\",\"1\",\"1\",\"no\",\"2\"",
                        "\"'=cmd\",\"say \"\"hi\"\"\",\"2\",\"Ada Seller\",\"2\",\"2\",\"2\",\"yes\",\"2\"",
                        "\"'=cmd\",\"say \"\"hi\"\"\",\"2\",\"Bob Buyer\",\"2\",\"2\",\"2\",\"yes\",\"2\"",
                        "\"skipped\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"",
                        "\"open\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"");
    }

    @Test
    void whatIsKeptOfSomebodyIsTheirsAndGoesWithThem() throws IOException, InterruptedException {
        String id = team.open("cleo", List.of("dan"));
        done(team.vote("dan", id, 5));
        done(team.vote("cleo", id, 3));
        done(team.act("cleo", id, "reveal", "{}"));
        done(team.act("cleo", id, "finalize", "{\"storyPoints\":5}"));
        done(team.vote("cleo", id, 8));
        PokerPersonalData data = platform.bean(PokerPersonalData.class);
        PokerPersonalData.Export export = (PokerPersonalData.Export) data.export("cleo");
        assertThat(export.sessions()).anyMatch(session -> session.sessionId().equals(id));
        assertThat(export.votes().stream()
                        .filter(vote -> vote.sessionId().equals(id))
                        .map(vote -> vote.storyPoints().card()))
                .containsExactly("3", "8");

        data.erase("cleo");

        assertThat(team.roleOf("cleo", id)).isEqualTo("none");
        assertThat(team.roleOf("dan", id)).isEqualTo("facilitator");
        assertThat(platform.bean(JdbcClient.class)
                        .sql("select count(*) from poker_vote v join poker_task t on t.id = v.task_id"
                                + " where v.account_id = 'cleo' and t.session_id = ? and not t.revealed")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
        JsonNode summary = done(team.as("dan").get(Team.SESSIONS + "/" + id + "/summary"));
        assertThat(summary.path("tasks")
                        .path(0)
                        .path("rounds")
                        .path(0)
                        .path("votes")
                        .size())
                .isEqualTo(2);
    }
}
