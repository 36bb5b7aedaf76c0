package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may have what of conversations: their channels, what is in the log, and what the routes tell. */
@OnEachDatabase
class ConversationProbesTest {
    private static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    /** Of what is on each platform, made once. */
    private static final Map<RunningPlatform, Map<String, String>> IDS = new WeakHashMap<>();

    private final RunningPlatform platform;
    private final Map<String, String> ids;

    ConversationProbesTest(RunningPlatform platform) {
        this.platform = platform;
        ids = IDS.computeIfAbsent(platform, one -> new HashMap<>());
    }

    private Caller caller(String user) throws IOException, InterruptedException {
        return user.equals("nobody") ? platform.asNobody() : Callers.of(platform, user);
    }

    /** Ada and Bob talk; Ada has blocked Cleo. */
    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (!ids.isEmpty()) {
            return;
        }
        ids.put("talk", conversation("bob"));
        ids.put("blocked", conversation("cleo"));
        assertThat(caller("ada")
                        .put("/api/conversations/" + ids.get("blocked") + "/block", "")
                        .status())
                .isEqualTo(204);
    }

    private String conversation(String other) throws IOException, InterruptedException {
        Answer answer = caller("ada")
                .post(
                        "/api/conversations",
                        "{\"participantId\":\"" + other
                                + "\",\"subject\":{\"type\":\"probe\",\"id\":\"1\",\"title\":\"A probe\"}}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
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
        String name = filled(channel);
        Answer answer = caller(user)
                .post("/api/pusher/auth", "{\"socket_id\":\"1234.5678\",\"channel_name\":\"" + name + "\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().has("auth")).isEqualTo(status == 200);
        assertThat(caller(user).get("/api/realtime/events?channel=" + name).status())
                .isEqualTo(status);
        if (status != 200) {
            assertThat(caller(user).get("/api/realtime/sse?channels=" + name).status())
                    .isEqualTo(status);
        }
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
        Answer answer = caller(user).get(filled(path));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 404) {
            assertThat(answer.json().path("code").asString()).isEqualTo("not_found");
            Answer none = caller(user).get(path.replaceFirst("\\{\\w+}", "none"));
            assertThat(none.json().path("detail")).isEqualTo(answer.json().path("detail"));
        }
    }

    @Test
    void othersChangeNothing() throws IOException, InterruptedException {
        String message = caller("ada")
                .post(filled("/api/conversations/{talk}/messages"), "{\"text\":\"mine\"}")
                .json()
                .path("id")
                .asString();

        for (String other : new String[] {"bob", "cleo", "dan"}) {
            assertThat(caller(other)
                            .patch("/api/messages/" + message, "{\"text\":\"yours\"}", "1")
                            .status())
                    .isIn(403, 404);
            assertThat(caller(other).delete("/api/messages/" + message).status())
                    .isIn(403, 404);
        }
        assertThat(caller("cleo")
                        .post(filled("/api/conversations/{talk}/messages"), "{\"text\":\"hello\"}")
                        .status())
                .isEqualTo(404);
        assertThat(caller("cleo")
                        .post(filled("/api/conversations/{blocked}/messages"), "{\"text\":\"hello\"}")
                        .status())
                .isEqualTo(403);
        assertThat(caller("ada")
                        .get(filled("/api/conversations/{talk}/messages"))
                        .body())
                .contains("mine")
                .doesNotContain("yours", "hello");
    }

    @Test
    void markupInAMessageStaysText() throws IOException, InterruptedException {
        String json = JsonMapper.shared().createObjectNode().put("text", MARKUP).toString();
        assertThat(caller("bob")
                        .post(filled("/api/conversations/{talk}/messages"), json)
                        .status())
                .isEqualTo(201);

        Answer answer = caller("ada").get(filled("/api/conversations/{talk}/messages"));

        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.json().path("messages").findValuesAsString("text")).contains(MARKUP);
        JsonNode found = caller("ada")
                .get("/api/conversations/search?q=%3Cscript%3E%27%25")
                .json();
        assertThat(found.path("messages").isArray()).isTrue();
    }

    @Test
    void writingHasALimit() throws IOException, InterruptedException {
        Answer last = caller("eve").get("/api/time");
        for (int i = 0; i < 100 && last.status() != 429; i++) {
            last = caller("eve").post("/api/conversations/none/messages", "{\"text\":\"x\"}");
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    }
}
