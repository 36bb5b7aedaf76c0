package dev.fanfare.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whatever is refused is refused in one form, which says nothing of what is inside. */
@OnEachDatabase
class RefusalsTest {
    private static final int TOO_MUCH = 65 * 1024;

    private final RunningPlatform platform;

    RefusalsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Caller ada() throws IOException, InterruptedException {
        return Callers.of(platform, "ada");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("error").asString()).isNotBlank();
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.body()).doesNotContainIgnoringCase("exception").doesNotContain("springframework", "trace");
    }

    private Answer signIn(String contentType, BodyPublisher body) throws IOException, InterruptedException {
        return platform.send(HttpRequest.newBuilder(platform.address("/api/sessions"))
                .header("Content-Type", contentType)
                .POST(body)
                .build());
    }

    @Test
    void whatThereIsNot() throws IOException, InterruptedException {
        assertProblem(ada().get("/api/anything"), 404, "not_found");
        assertProblem(platform.asNobody().get("/nothing.js"), 404, "not_found");
        assertProblem(platform.asNobody().get("/api/anything"), 401, "unauthenticated");
    }

    @Test
    void aMethodThatARouteDoesNotHave() throws IOException, InterruptedException {
        assertProblem(ada().put("/api/sessions", "{}"), 405, "method_not_allowed");
    }

    @Test
    void whatIsNoJson() throws IOException, InterruptedException {
        assertProblem(platform.asNobody().post("/api/sessions", "{\"email\":"), 400, "malformed");
        assertProblem(platform.asNobody().post("/api/sessions", "[7]"), 400, "malformed");
        assertProblem(platform.asNobody().post("/api/sessions", ""), 400, "malformed");
    }

    @Test
    void anotherMediaType() throws IOException, InterruptedException {
        assertProblem(signIn("text/plain", BodyPublishers.ofString("x")), 415, "unsupported_media_type");
        assertProblem(
                signIn("application/x-www-form-urlencoded", BodyPublishers.ofString("email=x&password=y")),
                415,
                "unsupported_media_type");
    }

    @Test
    void aParameterThatIsMissingOrNoNumber() throws IOException, InterruptedException {
        assertProblem(ada().get("/api/realtime/events"), 400, "malformed");
        Answer answer = ada().get("/api/realtime/events?channel=global-announcements&after=sevenish");
        assertProblem(answer, 400, "malformed");
        assertThat(answer.json().path("detail").asString()).doesNotContain("sevenish");
    }

    @Test
    void aBodyThatIsTooLargeSaysSoOrNot() throws IOException, InterruptedException {
        String large = "{\"email\":\"" + "x".repeat(TOO_MUCH) + "\"}";
        assertProblem(platform.asNobody().post("/api/sessions", large), 413, "too_large");
        assertProblem(platform.asNobody().post("/api/pusher/auth", large), 413, "too_large");
        BodyPublisher chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        assertProblem(signIn("application/json", chunked), 413, "too_large");
    }

    @Test
    void aPasswordThatIsLongerThanAnyIsHashedIsJustWrong() throws IOException, InterruptedException {
        String longest = "{\"email\":\"ada@demo.test\",\"password\":\"" + "p".repeat(200) + "\"}";

        assertProblem(platform.asNobody().post("/api/sessions", longest), 401, "unauthenticated");
    }

    @Test
    void aPathThatTriesToGetOut() throws IOException, InterruptedException {
        for (String path :
                new String[] {"/api//sessions", "/api/..;/actuator", "/%2e%2e/etc/passwd", "/assets/..%2fx"}) {
            Answer answer = platform.asNobody().get(path);
            assertThat(answer.status()).as(path).isIn(400, 401, 404);
            assertThat(answer.body())
                    .as(path)
                    .doesNotContainIgnoringCase("exception")
                    .doesNotContain("root:");
        }
    }

    @Test
    void aDefectOfOursTellsNothing() throws IOException, InterruptedException {
        String token = ada().token();
        JdbcClient database = platform.bean(JdbcClient.class);
        database.sql("alter table account_session rename to elsewhere").update();
        try {
            Answer answer = new Caller(platform, token).get("/api/sessions/current");
            assertProblem(answer, 500, "internal_server_error");
            assertThat(answer.body()).doesNotContainIgnoringCase("sql").doesNotContain("account_session");
        } finally {
            database.sql("alter table elsewhere rename to account_session").update();
        }
    }

    @Test
    void whatOthersHoldForTooLongMayBeTriedAgain() throws IOException, InterruptedException {
        Caller ada = ada();
        JdbcClient database = platform.bean(JdbcClient.class);
        database.sql(
                        "insert into channel_position (channel, seq) values ('private-user-ada', 0) on conflict do nothing")
                .update();
        Answer answer = platform.bean(TransactionOperations.class).execute(status -> {
            database.sql("select seq from channel_position where channel = 'private-user-ada' for update")
                    .query(Long.class)
                    .single();
            return answered(() -> ada.patch("/api/notifications/read-all", "", ""));
        });
        assertProblem(Objects.requireNonNull(answer), 503, "busy");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(ada.patch("/api/notifications/read-all", "", "").status()).isEqualTo(200);
    }

    private static Answer answered(Callable<Answer> request) {
        try {
            return request.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatThePageOfAnotherSiteSends() throws IOException, InterruptedException {
        assertProblem(from("Origin", "https://evil.example"), 403, "foreign_origin");
        assertProblem(from("Origin", "null"), 403, "foreign_origin");
        assertProblem(from("Sec-Fetch-Site", "cross-site"), 403, "foreign_origin");
        assertProblem(from("Sec-Fetch-Site", "same-site"), 403, "foreign_origin");
        assertThat(from("Sec-Fetch-Site", "same-origin").status()).isEqualTo(400);
        String own = platform.address("/").toString().replaceFirst("/$", "");
        assertThat(from("Origin", own).status()).isEqualTo(400);
    }

    private Answer from(String header, String value) throws IOException, InterruptedException {
        return platform.send(HttpRequest.newBuilder(platform.address("/api/pusher/auth"))
                .header(header, value)
                .POST(BodyPublishers.ofString(""))
                .build());
    }

    @Test
    void noOtherOriginMayRead() throws IOException, InterruptedException {
        for (String method : new String[] {"GET", "OPTIONS"}) {
            Answer answer = platform.send(HttpRequest.newBuilder(platform.address("/api/realtime/config"))
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "GET")
                    .method(method, BodyPublishers.noBody())
                    .build());
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void everyAnswerTellsBrowsersToBeCareful() throws IOException, InterruptedException {
        for (String path : new String[] {"/", "/api/time", "/api/anything", "/actuator/health"}) {
            Answer answer = platform.asNobody().get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("script-src", "unsafe-eval");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Permissions-Policy")).contains("camera=()", "microphone=()");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Strict-Transport-Security")).isEmpty();
            assertThat(answer.header("Server")).isEmpty();
            assertThat(answer.header("Cache-Control")).as(path).matches(".*no-(store|cache).*");
        }
    }

    @Test
    void ofTheActuatorThereIsHealthAndNothingInIt() throws IOException, InterruptedException {
        assertThat(platform.asNobody().get("/actuator/health").json().propertyNames())
                .doesNotContain("components", "details");
        for (String path : new String[] {"/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/metrics"}) {
            assertThat(platform.asNobody().get(path).status()).isEqualTo(401);
            assertThat(ada().get(path).status()).isEqualTo(403);
            assertThat(Callers.of(platform, "dan").get(path).status()).isEqualTo(404);
        }
    }
}
