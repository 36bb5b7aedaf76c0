package dev.fanfare.platform.poker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.realtime.EventLog;
import dev.fanfare.platform.realtime.LoggedEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A session as it follows from what was told of it, one event after the other: on its channel without values, and each voter's own
 * on theirs. Does not know how the platform does it.
 */
final class ReplayedSession {
    private final RunningPlatform platform;
    private final String id;
    private final Map<String, Deque<String>> values = new HashMap<>();
    final Map<String, String> votes = new HashMap<>();
    final Map<String, String> settled = new LinkedHashMap<>();
    final Map<String, List<Map<String, String>>> rounds = new HashMap<>();
    final Set<String> members = new HashSet<>();
    final Map<String, Integer> counts = new HashMap<>();

    @Nullable
    String current;

    boolean isRevealed;
    boolean isEnded;

    /** @param first the task that it begins with */
    ReplayedSession(RunningPlatform platform, String id, String first) {
        this.platform = platform;
        this.id = id;
        current = first;
    }

    ReplayedSession replay(List<String> voters) {
        for (String voter : voters) {
            Deque<String> own = new ArrayDeque<>();
            for (LoggedEvent event : log("private-user-" + voter)) {
                JsonNode data = data(event);
                if (event.event().equals("vote")
                        && data.path("sessionId").asString().equals(id)) {
                    own.add(data.path("storyPoints").asString());
                }
            }
            values.put(voter, own);
        }
        List<LoggedEvent> events = log("presence-planning-poker-" + id);
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seq()).isEqualTo(i + 1L);
            apply(events.get(i).event(), data(events.get(i)));
        }
        assertThat(values.values()).allMatch(Deque::isEmpty);
        return this;
    }

    private List<LoggedEvent> log(String channel) {
        EventLog log = platform.bean(EventLog.class);
        List<LoggedEvent> events = new ArrayList<>();
        EventLog.Excerpt excerpt = log.after(channel, 0);
        while (!excerpt.events().isEmpty()) {
            events.addAll(excerpt.events());
            excerpt = log.after(channel, events.getLast().seq());
        }
        return events;
    }

    private static JsonNode data(LoggedEvent event) {
        return JsonMapper.shared().readTree(event.data());
    }

    private void apply(String name, JsonNode data) {
        assertThat(isEnded).as("%s %s after the end", name, data).isFalse();
        counts.merge(name, 1, Integer::sum);
        String user = data.path("userId").asString("");
        switch (name) {
            case "member-joined" -> assertThat(members.add(user)).isTrue();
            case "vote" -> {
                assertVoting(data);
                assertThat(data.path("masked").asBoolean()).isTrue();
                assertThat(data.path("storyPoints").isNull()).isTrue();
                votes.put(user, values.get(user).remove());
            }
            case "vote-retracted" -> {
                assertVoting(data);
                assertThat(votes.remove(user)).isNotNull();
            }
            case "votes-revealed" -> {
                assertVoting(data);
                Map<String, String> told = new HashMap<>();
                data.path("votes")
                        .forEach(vote -> told.put(
                                vote.path("userId").asString(),
                                vote.path("storyPoints").asString()));
                assertThat(told).isEqualTo(votes);
                rounds.computeIfAbsent(current, task -> new ArrayList<>()).add(told);
                isRevealed = true;
            }
            case "session:changed" -> {
                if (isRevealed) {
                    goOn(current);
                }
            }
            case "task-finalized" -> {
                assertThat(data.path("taskId").asString()).isEqualTo(current);
                assertThat(isRevealed).isTrue();
                settled.put(current, data.path("finalStoryPoints").asString());
                goOn(data.path("nextTaskId").asString(null));
            }
            case "session-ended" -> isEnded = true;
            default -> throw new AssertionError(name);
        }
    }

    private void goOn(@Nullable String next) {
        current = next;
        isRevealed = false;
        votes.clear();
    }

    private void assertVoting(JsonNode data) {
        assertThat(data.path("taskId").asString()).isEqualTo(current);
        assertThat(isRevealed).as("%s after the reveal", data).isFalse();
    }
}
