package dev.fanfare.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A session of planning poker from its beginning to its summary, as Pusher's own clients and the raw wire witness it. */
class PokerScenarioTest {
    private static final String SESSIONS = "/api/poker/sessions";
    private static final String BOBS = "MARK-of-bob";
    private static final String DANS = "MARK-of-dan";

    @ParameterizedTest
    @EnumSource
    void aTeamEstimatesInSecretAndFinishes(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database)) {
            Caller dan = platform.as("dan");
            Caller bob = platform.as("bob");
            Caller ada = platform.as("ada");
            JsonNode session = json(dan.post(
                    SESSIONS,
                    "{\"title\":\"Sprint 43\",\"project\":\"Desk\",\"cards\":[3,5,\"" + BOBS + "\",\"" + DANS
                            + "\"],\"autoReveal\":true,\"tasks\":[{\"title\":\"Lamps\"},{\"title\":\"Chairs\"}]}"));
            String id = session.path("id").asString();
            String path = SESSIONS + "/" + id;
            assertThat(dan.post(SESSIONS, "{\"title\":\"x\",\"project\":\"Desk\",\"tasks\":[{\"title\":\"x\"}]}")
                            .status())
                    .isEqualTo(409);
            try (Witness anybody = new Witness(platform, platform.asNobody()).follows("planning-poker-" + id);
                    Witness dans = new Witness(platform, dan)
                            .follows(session.path("channel").asString());
                    Witness bobs = new Witness(platform, bob).follows("private-user-bob");
                    TestClient raw = platform.client()) {
                ada.subscribe(raw, session.path("channel").asString());
                json(bob.post(path + "/join", "{}"));
                assertThat(dans.heard("member-joined").json().path("userName").asString())
                        .isEqualTo("Bob Buyer");
                json(ada.post(path + "/join", "{\"role\":\"spectator\"}"));

                String first = session.path("currentTaskId").asString();
                json(bob.put(path + "/vote", vote(first, "\"" + BOBS + "\"")));
                assertThat(bobs.heard("vote").json().path("storyPoints").asString())
                        .isEqualTo(BOBS);
                JsonNode masked = anybody.heard("vote").json();
                assertThat(masked.path("storyPoints").isNull()).isTrue();
                assertThat(masked.path("masked").asBoolean()).isTrue();
                assertThat(json(ada.get(path)).path("votes").isNull()).isTrue();

                json(dan.put(path + "/vote", vote(first, "\"" + DANS + "\"")));
                JsonNode revealed = dans.heard("votes-revealed").json();
                assertThat(revealed.path("votes").toString()).contains(BOBS, DANS);
                anybody.heard("votes-revealed");
                assertFramesBeforeTheReveal(raw);
                assertThat(dans.all())
                        .filteredOn(line -> !line.contains("votes-revealed"))
                        .noneMatch(line -> line.contains("MARK-"));
                assertThat(anybody.all())
                        .filteredOn(line -> !line.contains("votes-revealed"))
                        .noneMatch(line -> line.contains("MARK-"));

                String second = playAgain(dan, bob, dans, anybody, path, first);
                json(bob.put(path + "/vote", vote(second, "3")));
                json(dan.post(path + "/reveal", "{}"));
                json(dan.post(path + "/finalize", "{\"storyPoints\":3}"));
                assertThat(anybody.heard("session-ended").data()).isEqualTo("{\"sessionId\":\"" + id + "\"}");
                dans.heard("session-ended");
            }
            JsonNode summary = json(ada.get(path + "/summary"));
            assertThat(summary.path("totals").path("storyPoints").asInt()).isEqualTo(8);
            assertThat(summary.path("tasks").path(0).path("rounds").size()).isEqualTo(2);
            assertThat(ada.get(path + "/summary.csv").body()).contains("\"Bob Buyer\",\"" + BOBS + "\"");
            assertThat(dan.post(SESSIONS, "{\"title\":\"x\",\"project\":\"Desk\",\"tasks\":[{\"title\":\"x\"}]}")
                            .status())
                    .isEqualTo(201);
        }
    }

    private static String vote(String taskId, String card) {
        return "{\"taskId\":\"" + taskId + "\",\"storyPoints\":" + card + "}";
    }

    /** @return the next task */
    private static String playAgain(Caller dan, Caller bob, Witness dans, Witness anybody, String path, String first)
            throws IOException, InterruptedException {
        json(dan.post(path + "/revote", "{}"));
        assertThat(path)
                .endsWith(dans.heard("session:changed").json().path("sessionId").asString());
        json(bob.put(path + "/vote", vote(first, "5")));
        json(dan.put(path + "/vote", vote(first, "5")));
        dans.heard("votes-revealed");
        json(dan.post(path + "/finalize", "{\"storyPoints\":5}"));
        JsonNode finalized = anybody.heard("task-finalized").json();
        String second = finalized.path("nextTaskId").asString();
        assertThat(finalized.path("nextTaskIndex").asInt()).isEqualTo(1);
        return second;
    }

    private static void assertFramesBeforeTheReveal(TestClient raw) {
        List<ReceivedFrame> frames = new ArrayList<>();
        ReceivedFrame frame = raw.await();
        while (!frame.event().equals("votes-revealed")) {
            frames.add(frame);
            frame = raw.await();
        }
        assertThat(frame.text()).contains(BOBS, DANS);
        assertThat(frames).filteredOn(each -> each.event().equals("vote")).hasSize(2);
        assertThat(frames).noneMatch(each -> each.text().contains("MARK-"));
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }
}
