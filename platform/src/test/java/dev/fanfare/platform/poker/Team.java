package dev.fanfare.platform.poker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Those who estimate, and what they do over HTTP. */
record Team(RunningPlatform platform) {
    static final String SESSIONS = "/api/poker/sessions";

    Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    /**
     * Begins a session with two tasks, first and second.
     *
     * @param more fields as JSON, which come after and so replace the usual ones
     */
    Answer begin(String host, String... more) throws IOException, InterruptedException {
        List<String> fields = new ArrayList<>(
                List.of("\"title\":\"A sprint\"", "\"tasks\":[{\"title\":\"first\"},{\"title\":\"second\"}]"));
        for (String field : more) {
            String name = field.substring(0, field.indexOf(':') + 1);
            fields.removeIf(usual -> usual.startsWith(name));
            fields.add(field);
        }
        return as(host).post(SESSIONS, "{" + String.join(",", fields) + "}");
    }

    /** The same, which others then join, and returns its id. */
    String open(String host, List<String> others, String... more) throws IOException, InterruptedException {
        Answer answer = begin(host, more);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        String id = answer.json().path("id").asString();
        for (String other : others) {
            done(act(other, id, "join", "{}"));
        }
        return id;
    }

    Answer act(String who, String id, String action, String json) throws IOException, InterruptedException {
        return as(who).post(SESSIONS + "/" + id + "/" + action, json);
    }

    /** Votes on what is voted on now. */
    Answer vote(String who, String id, Object card) throws IOException, InterruptedException {
        return vote(who, id, see(who, id).path("currentTaskId").asString(""), card);
    }

    Answer vote(String who, String id, String taskId, Object card) throws IOException, InterruptedException {
        String json = "{\"taskId\":\"" + taskId + "\",\"storyPoints\":"
                + JsonMapper.shared().writeValueAsString(card) + "}";
        return as(who).put(SESSIONS + "/" + id + "/vote", json);
    }

    Answer assign(String who, String id, String member, String role) throws IOException, InterruptedException {
        return as(who).patch(SESSIONS + "/" + id + "/members/" + member, "{\"role\":\"" + role + "\"}", "");
    }

    JsonNode see(String who, String id) throws IOException, InterruptedException {
        return done(as(who).get(SESSIONS + "/" + id));
    }

    String task(String id, int index) throws IOException, InterruptedException {
        return see("ada", id).path("tasks").path(index).path("id").asString();
    }

    String roleOf(String member, String id) throws IOException, InterruptedException {
        return see("ada", id)
                .path("members")
                .valueStream()
                .filter(each -> each.path("id").asString().equals(member))
                .map(each -> each.path("role").asString())
                .findFirst()
                .orElse("none");
    }

    static JsonNode done(Answer answer) {
        assertThat(answer.status()).as("%s", answer).isBetween(200, 299);
        return answer.body().isEmpty() ? JsonMapper.shared().nullNode() : answer.json();
    }

    static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }
}
