package dev.fanfare.platform.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** How somebody gets from a link to a password. */
@OnEachDatabase
class InvitationsTest {
    private final RunningPlatform platform;

    InvitationsTest(RunningPlatform platform) {
        this.platform = platform;
    }

    private static void assertNoLink(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("not_found");
    }

    @Test
    void whoIsInvitedLooksChoosesAPasswordAndIsSignedIn() throws IOException, InterruptedException {
        Colleague fay = Colleague.invited(platform, "AGENT");

        JsonNode looked = Colleague.look(platform, fay.token()).json();
        assertThat(looked.path("name").asString()).isEqualTo("Fay Fresh");
        assertThat(looked.path("email").asString()).isEqualTo(fay.email());
        assertThat(Instant.parse(looked.path("expiresAt").asString()))
                .isBetween(Instant.now().plus(Duration.ofDays(6)), Instant.now().plus(Duration.ofDays(7)));

        Answer accepted = fay.accept(Colleague.PASSWORD);

        assertThat(accepted.header("Set-Cookie")).contains("fanfare_session=", "HttpOnly");
        assertThat(accepted.json().path("csrfToken").asString()).hasSizeGreaterThan(40);
        assertThat(accepted.json().path("user").path("role").asString()).isEqualTo("AGENT");
        Caller caller = fay.caller(accepted);
        assertThat(caller.get("/api/tenants").body()).contains("org_123");
        assertThat(fay.listed()).contains("\"state\":\"active\"");
        assertThat(fay.signIn(Colleague.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void beforeThatNobodySignsInAsThem() throws IOException, InterruptedException {
        Colleague fay = Colleague.invited(platform, "USER");

        assertThat(fay.listed()).contains("\"state\":\"invited\"");
        assertThat(fay.signIn(fay.token()).status()).isEqualTo(401);
        assertThat(fay.signIn(Colleague.PASSWORD).body())
                .isEqualTo(platform.asNobody()
                        .post("/api/sessions", "{\"email\":\"none@example.com\",\"password\":\"x\"}")
                        .body());
    }

    @Test
    void aLinkWorksOnceAlsoIfTwoUseItAtOnce() throws Exception {
        Colleague fay = Colleague.invited(platform, "USER");
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            List<Future<Answer>> answers = IntStream.range(0, 2)
                    .mapToObj(number -> both.submit(() -> fay.accept(Colleague.PASSWORD + number)))
                    .toList();

            assertThat(List.of(
                            answers.get(0).get().status(), answers.get(1).get().status()))
                    .containsExactlyInAnyOrder(200, 404);
        }
        assertNoLink(Colleague.look(platform, fay.token()));
        assertNoLink(fay.accept(Colleague.PASSWORD));
    }

    @Test
    void aNewLinkEndsTheOldOne() throws IOException, InterruptedException {
        Colleague fay = Colleague.invited(platform, "USER");

        Answer link = fay.link();

        assertThat(link.status()).as(link.body()).isEqualTo(201);
        String url = link.json().path("url").asString();
        assertThat(url).startsWith(platform.address("/welcome#").toString());
        assertThat(Colleague.token(url)).hasSize(43).isNotEqualTo(fay.token());
        assertNoLink(Colleague.look(platform, fay.token()));
        assertNoLink(fay.accept(Colleague.PASSWORD));
        assertThat(Colleague.accept(platform, Colleague.token(url), Colleague.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aLinkThatIsOverOrIsNoneIsNotThere() throws IOException, InterruptedException {
        Colleague fay = Colleague.invited(platform, "USER");
        platform.bean(JdbcClient.class)
                .sql("update account_invitation set expires_at = created_at where account_id = ?")
                .param(fay.id())
                .update();

        assertNoLink(Colleague.look(platform, fay.token()));
        assertNoLink(fay.accept(Colleague.PASSWORD));
        assertNoLink(Colleague.look(platform, "none"));
        assertNoLink(Colleague.accept(platform, "none", Colleague.PASSWORD));
    }

    @Test
    void ofAPasswordThatIsWeakItIsSaidWhyAndTheLinkStillWorks() throws IOException, InterruptedException {
        Colleague fay = Colleague.invited(platform, "USER");

        Answer weak = fay.accept("too short");

        assertThat(weak.status()).isEqualTo(400);
        assertThat(weak.json().path("code").asString()).isEqualTo("weak_password");
        assertThat(weak.json().path("detail").asString()).contains("12 to 128");
        assertThat(fay.accept("").json().path("code").asString()).isEqualTo("weak_password");
        assertThat(fay.accept(fay.email()).json().path("code").asString()).isEqualTo("weak_password");
        assertThat(fay.accept("é".repeat(63) + "ab").status()).isEqualTo(200);
        assertThat(fay.signIn("é".repeat(63) + "ab").status()).isEqualTo(200);
        assertThat(fay.signIn("é".repeat(63) + "ac").status()).isEqualTo(401);
        assertThat(fay.signIn("🦉".repeat(128)).status()).isEqualTo(401);
    }

    @Test
    void theDatabaseHasNothingThatWouldWorkAsALink() throws IOException, InterruptedException {
        Colleague fay = Colleague.invited(platform, "USER");

        String kept = platform.bean(JdbcClient.class)
                .sql("select token_hash from account_invitation where account_id = ?")
                .param(fay.id())
                .query(String.class)
                .single();

        assertThat(kept).matches("[0-9a-f]{64}");
        assertNoLink(Colleague.look(platform, kept));
    }

    @Test
    void whoForgetsTheirPasswordGetsALinkThatEndsTheirOlderSessions() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "USER");
        Caller before = fay.signedIn();
        String token = Colleague.token(fay.link().json().path("url").asString());
        assertThat(fay.listed()).contains("\"state\":\"active\"");
        assertThat(before.get("/api/sessions/current").status()).isEqualTo(200);

        Answer accepted = Colleague.accept(platform, token, "a ladder without lamps");

        assertThat(before.get("/api/sessions/current").status()).isEqualTo(401);
        assertThat(fay.caller(accepted).get("/api/sessions/current").status()).isEqualTo(200);
        assertThat(fay.signIn(Colleague.PASSWORD).status()).isEqualTo(401);
    }

    @Test
    void whoIsErasedMeanwhileCannotAccept() throws IOException, InterruptedException {
        Colleague fay = Colleague.joined(platform, "USER");
        Caller caller = fay.signedIn();
        String token = Colleague.token(fay.link().json().path("url").asString());

        assertThat(caller.delete("/api/users/me", "{\"password\":\"" + Colleague.PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);

        assertNoLink(Colleague.look(platform, token));
        assertNoLink(Colleague.accept(platform, token, Colleague.PASSWORD));
        assertThat(fay.listed()).isEmpty();
        assertThat(fay.link().status()).isEqualTo(404);
    }
}
