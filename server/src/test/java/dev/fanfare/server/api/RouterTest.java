package dev.fanfare.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouterTest {
    private final TestApi api = new TestApi();

    @AfterEach
    void close() {
        api.close();
    }

    private static String get(String uri) {
        return TestApi.request("GET", uri, "");
    }

    @Test
    void healthNeedsNoSignature() {
        api.send(get("/")).isOk("{\"status\":\"ok\"}");
        api.send(get("/live")).isOk("{\"status\":\"ok\"}");
        api.send(get("/up")).isOk("{\"health\":\"OK\"}");
        api.send(get("/up?x=1")).isOk("{\"health\":\"OK\"}");
    }

    @Test
    void readinessFollowsTheServer() {
        api.send(get("/ready")).isOk("{\"status\":\"ok\"}");
        api.ready = () -> false;
        api.send(get("/ready")).isProblem(503, "takes no traffic");
    }

    @Test
    void defectIsAnsweredAndTheConnectionStays() {
        api.ready = () -> {
            throw new IllegalStateException("thrown by a test, on purpose");
        };

        api.send(get("/ready")).isProblem(500, "Internal server error");
        api.send(get("/up")).isOk("{\"health\":\"OK\"}");
    }

    @Test
    void headOfHealthHasNoBody() {
        api.write("HEAD /up HTTP/1.1\r\n\r\n");

        assertThat(api.output())
                .isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/favicon.ico",
                "/apps",
                "/apps/",
                "/apps/3",
                "/apps/3/",
                "/apps/3/event",
                "/apps/3/events/",
                "/apps/3/eventsx",
                "/apps/3/channels/",
                "/apps/3/channels/room/user",
                "/apps/3/channels/room/users/1",
                "/apps/3/users/",
                "/apps/3/users/1",
                "/apps/3/users//terminate_connections",
                "/users/1",
                "/app",
                "//apps/3/events",
                "*",
                "x"
            })
    void unknownPathIsNotFound(String path) {
        api.send(get(path)).isProblem(404, "Not found: ");
    }

    @Test
    void unknownAppIsNotFound() {
        api.get("/apps/99/channels").isProblem(404, "Unknown app: 99");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /apps/3/events, POST",
        "PUT, /apps/3/events, POST",
        "GET, /apps/3/batch_events, POST",
        "POST, /apps/3/channels, GET",
        "DELETE, /apps/3/channels/room, GET",
        "HEAD, /apps/99/channels, GET",
        "POST, /apps/3/channels/room/users, GET",
        "GET, /apps/3/channels/room/events, POST",
        "GET, /apps/3/users/1/terminate_connections, POST",
        "POST, /apps/3/connections, GET",
        "POST, /up, GET"
    })
    void wrongMethodIsToldTheRightOne(String method, String path, String allow) {
        api.write(TestApi.request(method, path, ""));

        assertThat(api.output())
                .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
                .contains("\r\nAllow: " + allow + "\r\n");
    }

    @Test
    void disabledAppIsRefusedOnlyToWhomItBelongs() {
        String query = "auth_key=disabled-key&auth_timestamp=" + TestApi.NOW + "&auth_version=1.0";
        String uri = "/apps/5/channels?" + query + "&auth_signature=";

        api.send(get(uri + TestSignature.sign(TestApi.SECRET, "GET", "/apps/5/channels", query)))
                .isProblem(403, "disabled");
        api.send(get(uri + "0".repeat(64))).isProblem(401, "Invalid signature");
    }

    @Test
    void wholeUrlInTheRequestLineIsUnderstood() {
        api.send(get("http://example.com/up")).isOk("{\"health\":\"OK\"}");
        api.send(get("http://example.com")).isOk("{\"status\":\"ok\"}");
    }

    @Test
    void malformedEscapeInThePathIsRefused() {
        api.send(get("/apps/%zz/events")).isProblem(400, "Malformed escape");
        api.send(get("/apps/3/channels/a%")).isProblem(400, "Malformed escape");
    }

    @Test
    void longPathIsCutInTheAnswer() {
        assertThat(api.send(get("/" + "x".repeat(3_000))).isProblem(404, "…").body())
                .hasSizeLessThan(300);
    }

    @Test
    void errorIsJsonWhateverThePathContains() {
        api.send(get("/\"\\%22<html>")).isProblem(404, "/\"\\%22<html>");
    }

    @Test
    void prefixMayStandBeforeThePathAndMayBeSigned() {
        try (TestApi prefixed = new TestApi("/realtime")) {
            String body = "{\"name\":\"e\",\"channel\":\"room\",\"data\":\"1\"}";
            String full = "/realtime/apps/3/events";
            String unsignedPrefix = full + "?" + TestApi.signedQuery("POST", "/apps/3/events", "", body);

            prefixed.send(TestApi.signed("POST", full, "", body)).isOk("{}");
            prefixed.send(TestApi.request("POST", unsignedPrefix, body)).isOk("{}");
            prefixed.post("/apps/3/events", body).isOk("{}");
            prefixed.send(get("/realtime/up")).isOk("{\"health\":\"OK\"}");
            prefixed.send(get("/realtimeup")).isProblem(404, "Not found");
            prefixed.send(get("/other/apps/3/events")).isProblem(404, "Not found");
        }
    }

    @Test
    void everyAnswerOfAPipelineIsJson() {
        List<TestAnswer> answers = api.sendAll(get("/x") + get("/apps/3/channels") + get("/up"));

        assertThat(answers).extracting(TestAnswer::status).containsExactly(404, 401, 200);
        assertThat(answers).allMatch(answer -> answer.json().isObject());
    }
}
