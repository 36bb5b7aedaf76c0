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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** A session of planning poker from its beginning to its summary, as Pusher's own clients and the raw wire witness it. */
class PokerScenarioTest {
    private static final String SESSIONS = "/api/poker/sessions";
    private static final String BOBS = "MARK-of-bob";
    private static final String DANS = "MARK-of-dan";

    private final List<AutoCloseable> open = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void aTeamEstimatesInSecretAndFinishes(Database database) throws Exception {
        RunningPlatform platform = RunningPlatform.on(database);
        open.add(platform);
        Caller dan = platform.as("dan");
        Caller bob = platform.as("bob");
        Caller ada = platform.as("ada");
        JsonNode session = json(dan.post(
                SESSIONS,
                "{\"title\":\"Sprint 43\",\"project\":\"Desk\",\"cards\":[3,5,\"" + BOBS + "\",\"" + DANS
                        + "\"],\"autoReveal\":true,\"tasks\":[{\"title\":\"Lamps\"},{\"title\":\"Chairs\"}]}"));
        String path = SESSIONS + "/" + session.path("id").asString();
        assertThat(anotherSessionOfTheProject(dan)).isEqualTo(409);
        Heard anybody = heard(
                platform.asNobody(), "planning-poker-" + session.path("id").asString());
        Heard dans = heard(dan, session.path("channel").asString());
        Heard bobs = heard(bob, "private-user-bob");
        TestClient raw = platform.client();
        open.add(raw);
        ada.subscribe(raw, session.path("channel").asString());
        json(bob.post(path + "/join", "{}"));
        assertThat(dans.until("member-joined").json().path("userName").asString())
                .isEqualTo("Bob Buyer");
        json(ada.post(path + "/join", "{\"role\":\"spectator\"}"));

        String first = session.path("currentTaskId").asString();
        json(bob.put(path + "/vote", vote(first, "\"" + BOBS + "\"")));
        assertThat(bobs.until("vote").json().path("storyPoints").asString()).isEqualTo(BOBS);
        JsonNode masked = anybody.until("vote").json();
        assertThat(masked.path("storyPoints").isNull()).isTrue();
        assertThat(masked.path("masked").asBoolean()).isTrue();
        assertThat(json(ada.get(path)).path("votes").isNull()).isTrue();
        json(dan.put(path + "/vote", vote(first, "\"" + DANS + "\"")));
        assertThat(dans.until("votes-revealed").data()).contains(BOBS, DANS);
        anybody.until("votes-revealed");
        assertFramesBeforeTheReveal(raw);
        assertOnlyTheRevealHasValues(dans);
        assertOnlyTheRevealHasValues(anybody);

        finish(dan, bob, path, first, anybody, dans);
        assertSummary(ada, path);
        assertThat(anotherSessionOfTheProject(dan)).isEqualTo(201);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private Heard heard(Caller caller, String channel) throws InterruptedException {
        Witness witness = new Witness(caller);
        open.add(witness);
        return witness.follow(channel);
    }

    private static int anotherSessionOfTheProject(Caller caller) throws IOException, InterruptedException {
        return caller.post(SESSIONS, "{\"title\":\"x\",\"project\":\"Desk\",\"tasks\":[{\"title\":\"x\"}]}")
                .status();
    }

    /** Once more on the first task, then on the second, which is the last. */
    private static void finish(Caller dan, Caller bob, String path, String first, Heard anybody, Heard dans)
            throws IOException, InterruptedException {
        json(dan.post(path + "/revote", "{}"));
        dans.until("session:changed");
        json(bob.put(path + "/vote", vote(first, "5")));
        json(dan.put(path + "/vote", vote(first, "5")));
        dans.until("votes-revealed");
        json(dan.post(path + "/finalize", "{\"storyPoints\":5}"));
        JsonNode finalized = anybody.until("task-finalized").json();
        assertThat(finalized.path("nextTaskIndex").asInt()).isEqualTo(1);
        json(bob.put(path + "/vote", vote(finalized.path("nextTaskId").asString(), "3")));
        json(dan.post(path + "/reveal", "{}"));
        json(dan.post(path + "/finalize", "{\"storyPoints\":3}"));
        assertThat(anybody.until("session-ended").json().propertyNames()).containsExactly("sessionId");
        dans.until("session-ended");
    }

    private static void assertSummary(Caller ada, String path) throws IOException, InterruptedException {
        JsonNode summary = json(ada.get(path + "/summary"));
        assertThat(summary.path("totals").path("storyPoints").asInt()).isEqualTo(8);
        assertThat(summary.path("tasks").path(0).path("rounds").size()).isEqualTo(2);
        assertThat(ada.get(path + "/summary.csv").body()).contains("\"Bob Buyer\",\"" + BOBS + "\"");
    }

    private static void assertOnlyTheRevealHasValues(Heard heard) {
        assertThat(heard.all())
                .filteredOn(event -> !event.name().equals("votes-revealed"))
                .noneMatch(event -> event.data().contains("MARK-"));
    }

    private static String vote(String taskId, String card) {
        return "{\"taskId\":\"" + taskId + "\",\"storyPoints\":" + card + "}";
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
