package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may have what of planning poker: its channels, what is in the log, and what the routes tell and do. */
@OnEachDatabase
class PokerProbesTest {
    private final RunningPlatform platform;
    private final Probes probes;

    PokerProbesTest(RunningPlatform platform) {
        this.platform = platform;
        probes = new Probes(platform);
    }

    /** Ada's goes on, and another has long been over; Eve has one in her own tenant. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (probes.hasNone()) {
            probes.name("session", session("ada"));
            probes.name("over", session("ada"));
            probes.name("eves", session("eve"));
            Answer end = probes.caller("ada").post(probes.filled("/api/poker/sessions/{over}/end"), "{}");
            assertThat(end.status()).isEqualTo(200);
            platform.bean(JdbcClient.class)
                    .sql("update poker_session set ended_at = created_at - interval '1' day where id = ?")
                    .param(probes.filled("{over}"))
                    .update();
        }
    }

    private Answer session(String host) throws IOException, InterruptedException {
        return probes.caller(host)
                .post(
                        "/api/poker/sessions",
                        "{\"title\":\"" + Probes.MARKUP + "\",\"tasks\":[{\"title\":\"" + Probes.MARKUP + "\"}]}");
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2}")
    @CsvSource(textBlock = """
            presence-planning-poker-{session}, ada,    200
            presence-planning-poker-{session}, bob,    200
            presence-planning-poker-{session}, dan,    200
            presence-planning-poker-{session}, eve,    403
            presence-planning-poker-{session}, nobody, 401
            presence-planning-poker-{over},    ada,    403
            presence-planning-poker-{over},    eve,    403
            presence-planning-poker-{eves},    eve,    200
            presence-planning-poker-{eves},    dan,    403
            presence-planning-poker-none,      ada,    403
            presence-planning-poker-,          ada,    403
            private-planning-poker-{session},  ada,    403
            """)
    void whoMaySubscribe(String channel, String user, int status) throws IOException, InterruptedException {
        probes.assertHearing(channel, user, status);
    }

    @ParameterizedTest(name = "{0} listens to the public channel")
    @CsvSource({"ada", "eve", "nobody"})
    void whoeverKnowsTheIdHearsThePublicChannelWithoutValues(String user) throws IOException, InterruptedException {
        assertThat(probes.log(user, probes.filled("planning-poker-{session}")).status())
                .isEqualTo(200);
        Answer named = probes.log(user, probes.filled("planning-poker-{eves}"));
        assertThat(named.json().path("events").toString()).doesNotContain("\"storyPoints\":\"");
    }

    @ParameterizedTest(name = "{1} gets {0}: {2}")
    @CsvSource(textBlock = """
            /api/poker/sessions/{session},             bob,    200
            /api/poker/sessions/{session},             eve,    404
            /api/poker/sessions/{session},             nobody, 401
            /api/poker/sessions/{session}/summary,     dan,    200
            /api/poker/sessions/{session}/summary,     eve,    404
            /api/poker/sessions/{session}/summary,     nobody, 401
            /api/poker/sessions/{over}/summary.csv,    dan,    200
            /api/poker/sessions/{over}/summary.csv,    eve,    404
            /api/poker/sessions/{over}/summary.csv,    nobody, 401
            /api/poker/sessions/{eves},                dan,    404
            /api/poker/sessions/none,                  ada,    404
            """)
    void whatIsNotYoursIsNotThere(String path, String user, int status) throws IOException, InterruptedException {
        probes.assertSeeing(path, user, status);
    }

    @ParameterizedTest(name = "{0} does {1}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            eve    | join         | {}                                    | 404
            eve    | leave        | ''                                    | 404
            eve    | reveal       | {}                                    | 404
            eve    | revote       | {}                                    | 404
            eve    | finalize     | {"storyPoints":5}                     | 404
            eve    | skip         | {}                                    | 404
            eve    | reopen       | {"taskId":"x"}                        | 404
            eve    | tasks        | {"title":"x"}                         | 404
            eve    | timer        | {"seconds":5}                         | 404
            eve    | end          | {}                                    | 404
            bob    | reveal       | {}                                    | 403
            bob    | end          | {}                                    | 403
            bob    | tasks        | {"title":"x"}                         | 403
            nobody | join         | {}                                    | 401
            nobody | reveal       | {}                                    | 401
            nobody | end          | {}                                    | 401
            """)
    void othersChangeNothing(String user, String action, String json, int status)
            throws IOException, InterruptedException {
        JsonNode before = standing();

        Answer answer = probes.caller(user).post(probes.filled("/api/poker/sessions/{session}/" + action), json);

        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(standing()).isEqualTo(before);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"eve, 404", "bob, 403", "nobody, 401"})
    void othersVoteForNothingAndGiveNoRoles(String user, int status) throws IOException, InterruptedException {
        JsonNode before = standing();
        String session = probes.filled("/api/poker/sessions/{session}");
        String task = before.path("currentTaskId").asString();

        assertThat(probes.caller(user)
                        .put(session + "/vote", "{\"taskId\":\"" + task + "\",\"storyPoints\":5}")
                        .status())
                .isEqualTo(status);
        assertThat(probes.caller(user).delete(session + "/vote").status()).isEqualTo(status);
        assertThat(probes.caller(user)
                        .patch(session + "/members/ada", "{\"role\":\"voter\"}", "")
                        .status())
                .isEqualTo(status);
        assertThat(standing()).isEqualTo(before);
    }

    /** As its facilitator sees it. */
    private JsonNode standing() throws IOException, InterruptedException {
        ObjectNode standing = (ObjectNode) probes.caller("ada")
                .get(probes.filled("/api/poker/sessions/{session}"))
                .json();
        return standing.without("serverTime");
    }

    @Test
    void markupInATitleStaysText() throws IOException, InterruptedException {
        Answer session = probes.caller("ada").get(probes.filled("/api/poker/sessions/{session}"));

        Probes.assertIsData(session);
        assertThat(session.json().path("title").asString()).isEqualTo(Probes.MARKUP);
        assertThat(session.json().path("tasks").path(0).path("title").asString())
                .isEqualTo(Probes.MARKUP);
    }

    @Test
    void playingHasALimit() throws IOException, InterruptedException {
        probes.assertLimit("cleo", "/api/poker/sessions/none/reveal", "{}");
    }
}
