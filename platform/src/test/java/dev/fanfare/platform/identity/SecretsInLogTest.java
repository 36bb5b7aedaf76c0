package dev.fanfare.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Account.Role;
import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log tells when it tells all it can. */
@ExtendWith(OutputCaptureExtension.class)
class SecretsInLogTest {
    private static final String PASSWORD = "hunter2-hunter2";
    private static final String CHOSEN = "a ladder without lamps";

    @ParameterizedTest
    @EnumSource
    void noPasswordAndNoTokenIsInIt(Database database, CapturedOutput log) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(
                database,
                "--logging.level.org.springframework=debug",
                "--logging.level.org.springframework.web=trace",
                "--logging.level.dev.fanfare=trace",
                "--fanfare.app-id=4711",
                "--fanfare.key=key-of-ours",
                "--fanfare.secret=b2d9f0c1e7a84356b1c0")) {
            platform.bean(Accounts.class).add(new Account("gil", "gil@example.com", "Gil", null, Role.USER), PASSWORD);
            String credentials = "{\"email\":\"gil@example.com\",\"password\":\"" + PASSWORD + "\"}";
            Answer session = platform.asNobody().post("/api/sessions", credentials);
            String token = session.json().path("token").asString();
            Caller gil = new Caller(platform, token);
            String csrf =
                    gil.get("/api/sessions/current").json().path("csrfToken").asString();
            gil.post("/api/pusher/auth", "{\"socket_id\":\"1.2\",\"channel_name\":\"private-user-gil\"}");
            platform.asNobody().post("/api/sessions", credentials.replace("gil@", "gi1@"));
            platform.asNobody().post("/api/sessions", credentials.replace("\"email\"", "email"));
            String hash = platform.bean(JdbcClient.class)
                    .sql("select password from account where id = 'gil'")
                    .query(String.class)
                    .single();
            String link = link(platform);
            String chosen = "{\"token\":\"" + link + "\",\"password\":\"" + CHOSEN + "\"}";
            platform.asNobody().post("/api/invitations/look", "{\"token\":\"" + link + "\"}");
            platform.asNobody().post("/api/invitations/accept", chosen.replace(CHOSEN, "weak " + PASSWORD.charAt(0)));
            Answer joined = platform.asNobody().post("/api/invitations/accept", chosen);
            assertThat(joined.status()).as(joined.body()).isEqualTo(200);
            gil.put("/api/users/me/password", "{\"current\":\"" + PASSWORD + "\",\"password\":\"" + CHOSEN + " too\"}");
            gil.delete("/api/sessions");

            assertThat(log.getAll())
                    .contains("POST \"/api/sessions\"") // so it did tell
                    .contains("gil signs in from 127.0.0.1", "gil signs out everywhere")
                    .contains("Sign-in from 127.0.0.1 is refused")
                    .contains("gil has another password", "has chosen a password by a link")
                    .doesNotContain(PASSWORD, token, csrf, hash, "b2d9f0c1e7a84356b1c0", link, CHOSEN);
        }
    }

    /** What is in a link for somebody new. */
    private static String link(RunningPlatform platform) throws IOException, InterruptedException {
        Answer made = platform.as("dan")
                .post(
                        "/api/admin/people",
                        "{\"name\":\"Fay\",\"email\":\"fay@example.com\",\"role\":\"USER\",\"tenantIds\":[]}");
        assertThat(made.status()).isEqualTo(201);
        return made.json().path("invitation").path("url").asString().replaceFirst(".*#", "");
    }
}
