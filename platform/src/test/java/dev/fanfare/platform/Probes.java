package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import tools.jackson.databind.json.JsonMapper;

/** What those do who find out what others may have. Things have names, which stand for their ids in braces. */
final class Probes {
    static final String MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    private static final Map<RunningPlatform, Map<String, String>> IDS = new WeakHashMap<>();

    private final RunningPlatform platform;
    private final Map<String, String> ids;

    /** @param platform keeps the names for all that probe it */
    Probes(RunningPlatform platform) {
        this.platform = platform;
        ids = IDS.computeIfAbsent(platform, _ -> new HashMap<>());
    }

    boolean hasNone() {
        return ids.isEmpty();
    }

    /** @param made the answer to the request that has made it */
    void name(String name, Answer made) {
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        name(name, made.json().path("id").asString());
    }

    void name(String name, String id) {
        ids.put(name, id);
    }

    /** @param user {@code nobody} for who is not signed in */
    Caller caller(String user) throws IOException, InterruptedException {
        return user.equals("nobody") ? platform.asNobody() : Callers.of(platform, user);
    }

    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }

    /** @param json of a request that has a body; may be empty */
    Answer ask(String user, String method, String path, String json) throws IOException, InterruptedException {
        Caller caller = caller(user);
        return switch (method) {
            case "GET" -> caller.get(filled(path));
            case "POST" -> caller.post(filled(path), filled(json));
            case "PATCH" -> caller.patch(filled(path), filled(json), "1");
            case "DELETE" -> caller.delete(filled(path));
            default -> throw new IllegalArgumentException(method);
        };
    }

    static String subscription(String channel) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("socket_id", "1234.5678")
                .put("channel_name", channel)
                .toString();
    }

    Answer log(String user, String channel) throws IOException, InterruptedException {
        return caller(user)
                .get("/api/realtime/events?after=0&channel=" + URLEncoder.encode(channel, StandardCharsets.UTF_8));
    }

    void assertStreamIsRefused(String user, String channels, int status) throws IOException, InterruptedException {
        assertThat(caller(user).get("/api/realtime/sse?channels=" + channels).status())
                .isEqualTo(status);
    }

    /** In every way in which one hears of a channel. */
    void assertHearing(String channel, String user, int status) throws IOException, InterruptedException {
        String name = filled(channel);
        Answer answer = caller(user).post("/api/pusher/auth", subscription(name));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().has("auth")).isEqualTo(status == 200);
        assertThat(log(user, name).status()).isEqualTo(status);
        if (status != 200) {
            assertStreamIsRefused(user, name, status);
        }
    }

    /** What is refused with 404 looks like what there is not. */
    void assertSeeing(String path, String user, int status) throws IOException, InterruptedException {
        Answer answer = caller(user).get(filled(path));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 404) {
            assertThat(answer.json().path("code").asString()).isEqualTo("not_found");
            Answer none = caller(user).get(path.replaceFirst("\\{\\w+}", "none"));
            assertThat(none.json().path("detail")).isEqualTo(answer.json().path("detail"));
        }
    }

    /** Asks again and again, of which nothing comes, until it is too often. */
    void assertLimit(String user, String path, String json) throws IOException, InterruptedException {
        Answer last = caller(user).post(path, json);
        assertThat(last.status()).isEqualTo(404);
        for (int i = 0; i < 400 && last.status() != 429; i++) {
            last = caller(user).post(path, json);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isPositive();
    }

    static void assertIsData(Answer answer) {
        assertThat(answer.header("Content-Type")).matches("application/(problem\\+)?json.*");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
