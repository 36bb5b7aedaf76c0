package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class SessionsTest {
    private final RunningPlatform platform;

    SessionsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private Answer signIn(String email, String password) throws IOException, InterruptedException {
        return platform.asNobody()
                .post("/api/sessions", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    @Test
    void whoSignsInGetsATokenAndACookieThatScriptsCannotRead() throws IOException, InterruptedException {
        Answer answer = signIn("Ada@demo.test", "fanfare");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("user").path("name").asString()).isEqualTo("Ada Seller");
        assertThat(answer.json().path("csrfToken").asString()).hasSizeGreaterThan(40);
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(answer.body()).doesNotContain("password");
    }

    @Test
    void aWrongPasswordAndAnUnknownEmailAreAnsweredAlike() throws IOException, InterruptedException {
        Answer wrong = signIn("ada@demo.test", "wrong");
        Answer unknown = signIn("nobody@demo.test", "wrong");

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.json().path("error").asString()).isEqualTo("Unauthorized");
        assertThat(unknown.body()).isEqualTo(wrong.body());
    }

    @Test
    void whatIsMissingIsNamed() throws IOException, InterruptedException {
        Answer answer = signIn("", "x");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("fields").path(0).path("field").asString())
                .isEqualTo("email");
    }

    @Test
    void tooManyTriesForOneAccountHaveToWait() throws IOException, InterruptedException {
        Answer last = signIn("guess@demo.test", "0");
        for (int i = 0; i < 10; i++) {
            last = signIn(i % 2 == 0 ? "guess@demo.test" : " GUESS@demo.test", "wrong");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 300);
        assertThat(signIn("bob@demo.test", "fanfare").status()).isEqualTo(200);
    }

    @Test
    void aCookieAloneChangesNothing() throws IOException, InterruptedException {
        Answer session = signIn("cleo@demo.test", "fanfare");
        String cookie = session.header("Set-Cookie").replaceFirst(";.*", "");
        HttpRequest.Builder end = HttpRequest.newBuilder(platform.address("/api/sessions"))
                .header("Cookie", cookie)
                .DELETE();

        assertThat(platform.send(end.build()).status()).isEqualTo(401);
        HttpRequest look = HttpRequest.newBuilder(platform.address("/api/sessions/current"))
                .header("Cookie", cookie)
                .build();
        Answer current = platform.send(look);
        assertThat(current.status()).isEqualTo(200);
        String csrf = current.json().path("csrfToken").asString();
        assertThat(platform.send(end.copy().header("X-CSRF-Token", csrf).build())
                        .status())
                .isEqualTo(204);
        assertThat(platform.send(look).status()).isEqualTo(401);
    }

    @Test
    void sessionsEndEverywhereAtOnce() throws IOException, InterruptedException {
        Caller phone = platform.as("dan");
        Caller desk = platform.as("dan");

        assertThat(phone.delete("/api/sessions").status()).isEqualTo(204);

        assertThat(desk.get("/api/sessions/current").status()).isEqualTo(401);
    }

    @Test
    void nobodyGetsAnywhereWithoutASession() throws IOException, InterruptedException {
        Answer answer = platform.asNobody().get("/api/anything");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("error").asString()).isEqualTo("Unauthorized");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
    }
}
