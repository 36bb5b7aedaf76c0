package dev.fanfare.platform.poker;

import static dev.fanfare.platform.poker.Team.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.testkit.ReceivedFrame;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Cards that nothing else looks like are searched for in all that anybody could get hold of. */
@ExtendWith(OutputCaptureExtension.class)
class VoteSecrecyTest {
    private static final List<String> CARDS =
            List.of("QZ-bob-1", "QZ-bob-2", "QZ-bob-3", "QZ-bob-4", "QZ-bob-skipped", "QZ-cleo-1", "QZ-cleo-2");
    private static final Pattern CARD = Pattern.compile("QZ-(\\w+)-\\w+");
    private static final List<String> VIEWERS = List.of("ada", "bob", "cleo", "dan");

    private final Set<String> revealed = new HashSet<>();
    private final Map<String, TestClient> clients = new LinkedHashMap<>();
    private final List<Followed> streams = new ArrayList<>();

    private static RunningPlatform platform(Database database) {
        return RunningPlatform.on(
                database,
                "--logging.level.org.springframework=debug",
                "--logging.level.org.springframework.web=trace",
                "--logging.level.dev.fanfare=trace");
    }

    /** Everybody follows whatever they may. */
    private void follow(Team team, String id) throws IOException, InterruptedException {
        String presence = "presence-planning-poker-" + id;
        String open = "planning-poker-" + id;
        for (String viewer : VIEWERS) {
            follow(team.platform(), team.as(viewer), viewer, List.of(presence, open, "private-user-" + viewer));
        }
        follow(team.platform(), team.as("eve"), "eve", List.of(open, "private-user-eve"));
        follow(team.platform(), team.platform().asNobody(), "nobody", List.of(open));
        await().until(() -> streams.stream().allMatch(Followed::hasBegun));
    }

    private void follow(RunningPlatform platform, Caller caller, String viewer, List<String> channels)
            throws IOException, InterruptedException {
        TestClient client = platform.client();
        clients.put(viewer, client);
        for (String channel : channels) {
            client.send("{\"event\":\"pusher:ping\"}");
            RunningPlatform.heard(client, "pusher:pong");
            caller.subscribe(client, channel);
        }
        streams.add(new Followed(platform, caller, channels));
    }

    /** @param viewer whose own votes may be in it */
    private void assertSecret(String viewer, String text) {
        assertThat(CARD.matcher(text)
                        .results()
                        .filter((MatchResult card) -> !card.group(1).equals(viewer))
                        .map(MatchResult::group)
                        .filter(card -> !revealed.contains(card)))
                .as("%s sees %s", viewer, text)
                .isEmpty();
    }

    private void assertSecret(String viewer, Answer answer) {
        if (answer.header("Content-Type").contains("json")) {
            JsonNode json = answer.json();
            json.findParents("deck").forEach(session -> ((ObjectNode) session).remove("deck"));
            assertSecret(viewer, json.toString());
        } else {
            assertSecret(viewer, answer.body());
        }
    }

    /** Asks for all there is. */
    private void lookAround(Team team, String id) throws IOException, InterruptedException {
        String session = Team.SESSIONS + "/" + id;
        for (String viewer : VIEWERS) {
            for (String path : List.of(
                    session,
                    session + "/summary",
                    session + "/summary.csv",
                    Team.SESSIONS,
                    log("planning-poker-" + id),
                    log("presence-planning-poker-" + id),
                    log("private-user-" + viewer))) {
                Answer answer = team.as(viewer).get(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertSecret(viewer, answer);
            }
        }
        assertThat(team.as("eve").get(session).status()).isEqualTo(404);
        assertSecret("nobody", team.platform().asNobody().get(log("planning-poker-" + id)));
    }

    private static String log(String channel) {
        return "/api/realtime/events?after=0&channel=" + channel;
    }

    /** Bob votes three times and once not, and Cleo as well, while others do what they may. */
    private void voteInSecret(Team team, String id, String bobs, String cleos)
            throws IOException, InterruptedException {
        assertSecret("bob", team.vote("bob", id, "QZ-bob-1"));
        assertSecret("bob", team.vote("bob", id, "QZ-bob-2"));
        assertSecret("cleo", team.vote("cleo", id, cleos));
        assertSecret("bob", team.as("bob").delete(Team.SESSIONS + "/" + id + "/vote"));
        assertSecret("bob", team.vote("bob", id, bobs));
        assertSecret("ada", team.act("ada", id, "timer", "{\"seconds\":600}"));
        assertSecret("ada", team.act("ada", id, "tasks", "{\"title\":\"one more\"}"));
        assertSecret("dan", team.act("dan", id, "join", "{\"role\":\"spectator\"}"));
        assertSecret("dan", team.vote("dan", id, "QZ-bob-1"));
        assertSecret("ada", team.act("ada", id, "finalize", "{\"storyPoints\":1}"));
        lookAround(team, id);
    }

    /** What is in the application's log, without the deck, which everybody knows. */
    private static String told(CapturedOutput log, int from) {
        return log.getAll().substring(from).replace(new Deck("custom", CARDS).toString(), "");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsHoldOfAVoteBeforeItIsRevealed(Database database, CapturedOutput log)
            throws IOException, InterruptedException {
        try (RunningPlatform platform = platform(database)) {
            Team team = new Team(platform);
            String cards = CARDS.stream().collect(Collectors.joining("\",\"", "\"cards\":[\"", "\"]"));
            String id = team.open("ada", List.of(), cards);
            follow(team, id);
            done(team.act("bob", id, "join", "{}"));
            done(team.act("cleo", id, "join", "{}"));
            int from = log.getAll().length();

            assertSecret("bob", team.vote("bob", id, "QZ-bob-skipped"));
            assertSecret("ada", team.act("ada", id, "skip", "{}"));
            voteInSecret(team, id, "QZ-bob-3", "QZ-cleo-1");
            assertThat(told(log, from)).contains("PUT \"/api/poker/sessions/").doesNotContain("QZ-");

            Answer reveal = team.act("ada", id, "reveal", "{}");
            assertThat(CARD.matcher(reveal.json().path("votes").toString()).results())
                    .hasSize(2);
            revealed.addAll(List.of("QZ-bob-3", "QZ-cleo-1"));
            done(team.act("ada", id, "revote", "{}"));
            voteInSecret(team, id, "QZ-bob-4", "QZ-cleo-2");
            done(team.act("ada", id, "end", "{}"));
            lookAround(team, id);

            assertSecret("nobody", told(log, from));
            assertFramesAreSecret();
            assertStreamsAreSecret();
        } finally {
            for (TestClient client : clients.values()) {
                client.close();
            }
            streams.forEach(Followed::close);
        }
    }

    /** Each client has heard everything once it hears of the end; only the reveal, and one's own channel, have values. */
    private void assertFramesAreSecret() {
        clients.forEach((viewer, client) -> {
            List<ReceivedFrame> frames = new ArrayList<>();
            int ends = viewer.equals("eve") || viewer.equals("nobody") ? 1 : 2;
            while (frames.stream()
                            .filter(frame -> frame.event().equals("session-ended"))
                            .count()
                    < ends) {
                frames.add(client.await());
            }
            assertThat(frames)
                    .anyMatch(frame -> frame.event().equals("votes-revealed")
                            && frame.text().contains("QZ-"));
            assertThat(frames).filteredOn(frame -> frame.event().equals("vote")).hasSizeGreaterThan(5);
            for (ReceivedFrame frame : frames) {
                if (!frame.event().equals("votes-revealed")) {
                    boolean isOwn = frame.channel().equals("private-user-" + viewer);
                    assertThat(isOwn || !frame.text().contains("QZ-"))
                            .as("%s hears %s", viewer, frame)
                            .isTrue();
                    assertSecret(viewer, frame.text());
                }
            }
        });
    }

    private void assertStreamsAreSecret() {
        for (Followed stream : streams) {
            await().until(() -> stream.lines().stream().anyMatch(line -> line.contains("session-ended")));
            assertThat(stream.lines()).anyMatch(line -> line.contains("votes-revealed") && line.contains("QZ-"));
            assertThat(stream.lines())
                    .filteredOn(line -> line.contains("QZ-"))
                    .allMatch(line -> line.contains("votes-revealed") || line.contains("\"private-user-"));
        }
        assertThat(streams.get(VIEWERS.indexOf("dan")).lines())
                .noneMatch(line -> line.contains("\"private-user-") && line.contains("QZ-"));
        assertThat(String.join("", streams.get(VIEWERS.indexOf("bob")).lines()))
                .contains("QZ-bob-4")
                .doesNotContain("QZ-cleo-2");
    }
}
