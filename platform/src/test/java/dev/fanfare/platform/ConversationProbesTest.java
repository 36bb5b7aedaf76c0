package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may have what of conversations: their channels, what is in the log, and what the routes tell. */
@OnEachDatabase
class ConversationProbesTest {
    private final Probes probes;

    ConversationProbesTest(RunningPlatform platform) {
        probes = new Probes(platform);
    }

    /** Ada and Bob talk; Ada has blocked Cleo. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (probes.hasNone()) {
            probes.name("talk", conversation("bob"));
            probes.name("blocked", conversation("cleo"));
            assertThat(probes.caller("ada")
                            .put(probes.filled("/api/conversations/{blocked}/block"), "")
                            .status())
                    .isEqualTo(204);
        }
    }

    private Answer conversation(String other) throws IOException, InterruptedException {
        return probes.caller("ada")
                .post(
                        "/api/conversations",
                        "{\"participantId\":\"" + other
                                + "\",\"subject\":{\"type\":\"probe\",\"id\":\"1\",\"title\":\"A probe\"}}");
    }

    @ParameterizedTest(name = "{1} asks for {0}: {2}")
    @CsvSource(textBlock = """
            private-conversation-{talk},    ada,    200
            private-conversation-{talk},    bob,    200
            private-conversation-{talk},    cleo,   403
            private-conversation-{talk},    dan,    403
            private-conversation-{talk},    eve,    403
            private-conversation-{talk},    nobody, 401
            private-conversation-{talk}x,   ada,    403
            private-conversation-none,      ada,    403
            private-conversation-{blocked}, ada,    200
            private-conversation-{blocked}, cleo,   403
            """)
    void whoMaySubscribe(String channel, String user, int status) throws IOException, InterruptedException {
        probes.assertHearing(channel, user, status);
    }

    @ParameterizedTest(name = "{1} gets {0}: {2}")
    @CsvSource(textBlock = """
            /api/conversations/{talk},             bob,    200
            /api/conversations/{talk},             cleo,   404
            /api/conversations/{talk},             dan,    404
            /api/conversations/{talk},             nobody, 401
            /api/conversations/{talk}/messages,    eve,    404
            /api/conversations/none,               ada,    404
            """)
    void whatIsNotYoursIsNotThere(String path, String user, int status) throws IOException, InterruptedException {
        probes.assertSeeing(path, user, status);
    }

    @Test
    void othersChangeNothing() throws IOException, InterruptedException {
        String message = probes.caller("ada")
                .post(probes.filled("/api/conversations/{talk}/messages"), "{\"text\":\"mine\"}")
                .json()
                .path("id")
                .asString();

        for (String other : List.of("bob", "cleo", "dan")) {
            int status = other.equals("bob") ? 403 : 404;
            assertThat(probes.caller(other)
                            .patch("/api/messages/" + message, "{\"text\":\"yours\"}", "1")
                            .status())
                    .isEqualTo(status);
            assertThat(probes.caller(other).delete("/api/messages/" + message).status())
                    .isEqualTo(status);
        }
        assertThat(probes.caller("cleo")
                        .post(probes.filled("/api/conversations/{talk}/messages"), "{\"text\":\"hello\"}")
                        .status())
                .isEqualTo(404);
        assertThat(probes.caller("cleo")
                        .post(probes.filled("/api/conversations/{blocked}/messages"), "{\"text\":\"hello\"}")
                        .status())
                .isEqualTo(403);
        assertThat(probes.caller("ada")
                        .get(probes.filled("/api/conversations/{talk}/messages"))
                        .body())
                .contains("mine")
                .doesNotContain("yours", "hello");
    }

    @Test
    void markupInAMessageStaysText() throws IOException, InterruptedException {
        String json = JsonMapper.shared()
                .createObjectNode()
                .put("text", Probes.MARKUP)
                .toString();
        assertThat(probes.caller("bob")
                        .post(probes.filled("/api/conversations/{talk}/messages"), json)
                        .status())
                .isEqualTo(201);

        Answer answer = probes.caller("ada").get(probes.filled("/api/conversations/{talk}/messages"));

        Probes.assertIsData(answer);
        assertThat(answer.json().path("messages").findValuesAsString("text")).contains(Probes.MARKUP);
        JsonNode found = probes.caller("ada")
                .get("/api/conversations/search?q=%3Cscript%3E%27%25")
                .json();
        assertThat(found.path("messages").isArray()).isTrue();
    }

    @Test
    void writingHasALimit() throws IOException, InterruptedException {
        probes.assertLimit("eve", "/api/conversations/none/messages", "{\"text\":\"x\"}");
    }
}
