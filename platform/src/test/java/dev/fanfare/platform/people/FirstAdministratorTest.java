package dev.fanfare.platform.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** How somebody comes to a platform that is not for a demo. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {
    private static final String EMAIL = "--platform.administrator.email=Root@Example.com";
    private static final String PASSWORD = "seven lamps and a ladder";

    private static RunningPlatform start(Database database, String... settings) {
        return RunningPlatform.on(
                database,
                Stream.concat(Stream.of("--platform.demo=false"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    private static Answer signIn(RunningPlatform platform) throws IOException, InterruptedException {
        return platform.asNobody()
                .post("/api/sessions", "{\"email\":\"root@example.com\",\"password\":\"" + PASSWORD + "\"}");
    }

    @ParameterizedTest
    @EnumSource
    void whoTheSettingsNameSignsInAndAdministersAndHasATenant(Database database, CapturedOutput log)
            throws IOException, InterruptedException {
        try (RunningPlatform platform = start(
                database,
                EMAIL,
                "--platform.administrator.password=" + PASSWORD,
                "--platform.administrator.tenant=Lamps and more")) {
            Answer session = signIn(platform);

            assertThat(session.status()).as(session.body()).isEqualTo(200);
            assertThat(session.json().path("user").path("role").asString()).isEqualTo("ADMIN");
            assertThat(session.json().path("user").path("name").asString()).isEqualTo("Administrator");
            Caller root = new Caller(platform, session.json().path("token").asString());
            assertThat(root.get("/api/tenants").body()).contains("Lamps and more");
            Answer people = root.get("/api/admin/people");
            assertThat(people.status()).isEqualTo(200);
            assertThat(people.json().path("people").size()).isEqualTo(1);
            assertThat(people.json().path("people").path(0).path("state").asString())
                    .isEqualTo("active");
            assertThat(log.getAll())
                    .contains("Root@Example.com is the first administrator")
                    .doesNotContain(PASSWORD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereThereAreAccountsNoneIsMade(Database database) throws IOException, InterruptedException {
        String url = database.kept();
        try (RunningPlatform platform = RunningPlatform.start(url, "--platform.demo=false")) {
            platform.bean(Accounts.class)
                    .add(new Account("gil", "gil@example.com", "Gil", null, Role.USER), "of no matter at all");
        }
        try (RunningPlatform platform = RunningPlatform.start(
                url, "--platform.demo=false", EMAIL, "--platform.administrator.password=" + PASSWORD)) {
            assertThat(signIn(platform).status()).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withDemoAccountsThereIsNoOther(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform =
                RunningPlatform.on(database, EMAIL, "--platform.administrator.password=" + PASSWORD)) {
            assertThat(signIn(platform).status()).isEqualTo(401);
            assertThat(platform.as("dan").token()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrongStopsTheStartAndIsNamed(Database database) {
        assertRefused(database, "password", EMAIL, "--platform.administrator.password=short");
        assertRefused(database, "password", EMAIL, "--platform.administrator.password=root@example.com");
        assertRefused(database, "password", EMAIL);
        assertRefused(database, "email", "--platform.administrator.password=" + PASSWORD);
        assertRefused(
                database,
                "email",
                "--platform.administrator.email=root",
                "--platform.administrator.password=" + PASSWORD);
        assertRefused(
                database,
                "tenant",
                EMAIL,
                "--platform.administrator.password=" + PASSWORD,
                "--platform.administrator.tenant= ");
    }

    private static void assertRefused(Database database, String setting, String... settings) {
        assertThatThrownBy(() -> start(database, settings).close())
                .hasStackTraceContaining("platform.administrator." + setting)
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getMessage())).doesNotContain(PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnyAccountTheLogSaysWhatToSet(Database database, CapturedOutput log) {
        start(database).close();

        assertThat(log.getAll()).containsOnlyOnce("PLATFORM_ADMIN_EMAIL and PLATFORM_ADMIN_PASSWORD");
    }
}
