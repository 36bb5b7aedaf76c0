package dev.fanfare.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What is fine on a machine of one's own, and nowhere else. */
class ExposureTest {
    private static final String OWN_PASSWORD = "correct horse battery staple";
    private static final String DEMO = "{\"email\":\"ada@demo.test\",\"password\":\"fanfare\"}";
    private static final String NOBODY = "{\"accounts\":[],\"password\":null}";

    private static String[] ownApp(String... settings) {
        List<String> all = new ArrayList<>(
                List.of("--fanfare.app-id=4711", "--fanfare.key=key-of-ours", "--fanfare.secret=b2d9f0c1e7a84356b1c0"));
        all.addAll(List.of(settings));
        return all.toArray(String[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void demoAccountsThatAreThereSignNobodyInOnceOthersCanReachThem(Database database)
            throws IOException, InterruptedException {
        String url = database.kept();
        try (RunningPlatform own = RunningPlatform.start(url, ownApp())) {
            assertThat(own.asNobody().post("/api/sessions", DEMO).status()).isEqualTo(200);
            assertThat(offered(own).path("accounts").findValuesAsString("email"))
                    .contains("ada@demo.test");
        }
        for (String setting :
                List.of("--server.address=0.0.0.0", "--platform.public-url=https://auctions.example.com")) {
            try (RunningPlatform exposed = RunningPlatform.start(url, ownApp(setting))) {
                assertThat(exposed.bean(Accounts.class).find("ada")).isNotNull();
                Answer refused = exposed.asNobody().post("/api/sessions", DEMO);
                assertThat(refused.status()).as(setting).isEqualTo(401);
                assertThat(offered(exposed)).hasToString(NOBODY);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlatformThatIsNoDemoOffersNobody(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(database, "--platform.demo=false")) {
            assertThat(offered(platform)).hasToString(NOBODY);
        }
    }

    private static JsonNode offered(RunningPlatform platform) throws IOException, InterruptedException {
        return platform.asNobody().get("/api/demo/accounts").json();
    }

    @ParameterizedTest
    @EnumSource
    void thereAreNoDemoAccountsWhereOthersCanReachThem(Database database) {
        try (RunningPlatform exposed = RunningPlatform.on(database, ownApp("--server.address=0.0.0.0"))) {
            assertThat(exposed.bean(Accounts.class).isEmpty()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAppWhoseSecretIsPublicIsForThisMachineOnly(Database database) {
        String url = database.empty();
        List<String[]> settings = List.of(
                new String[] {"--server.address=0.0.0.0", "--fanfare.host=0.0.0.0"},
                new String[] {"--server.address=0.0.0.0"},
                new String[] {"--platform.public-url=https://auctions.example.com"},
                new String[] {
                    "--server.address=0.0.0.0",
                    "--fanfare.app-id=4711",
                    "--fanfare.key=key-of-ours",
                    "--fanfare.secret=app-secret"
                });
        for (String[] some : settings) {
            assertThatThrownBy(() -> RunningPlatform.start(url, some).close())
                    .as(String.join(" ", some))
                    .rootCause()
                    .hasMessageContaining("public");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAddressThatIsNoneIsNamed(Database database) {
        String url = database.empty();
        for (String address : List.of("auctions.example.com", "ftp://x", "https://", "https://a:b@x", "https://a b")) {
            assertThatThrownBy(() -> RunningPlatform.start(url, "--platform.public-url=" + address)
                            .close())
                    .satisfies(failure -> assertThat(messages(failure)).contains("platform.public-url is `" + address));
        }
    }

    private static String messages(Throwable failure) {
        StringBuilder messages = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.append(cause.getMessage()).append('\n');
        }
        return messages.toString();
    }

    @ParameterizedTest
    @EnumSource
    void overTlsTheCookieIsOfThisHostAndTlsStays(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform =
                RunningPlatform.on(database, ownApp("--platform.public-url=https://auctions.example.com"))) {
            Accounts accounts = platform.bean(Accounts.class);
            accounts.add(new Account("fay", "fay@example.com", "Fay", null, Role.USER), OWN_PASSWORD);

            Answer session = platform.asNobody()
                    .post("/api/sessions", "{\"email\":\"fay@example.com\",\"password\":\"" + OWN_PASSWORD + "\"}");

            String cookie = session.header("Set-Cookie");
            assertThat(cookie)
                    .startsWith("__Host-fanfare_session=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                    .doesNotContain("Domain");
            assertThat(session.header("Strict-Transport-Security")).contains("max-age=31536000");
            String value = cookie.replaceFirst(";.*", "");
            assertThat(statusWith(platform, value)).isEqualTo(200);
            assertThat(statusWith(platform, value.replace("__Host-", ""))).isEqualTo(401);
        }
    }

    private static int statusWith(RunningPlatform platform, String cookie) throws IOException, InterruptedException {
        return platform.send(HttpRequest.newBuilder(platform.address("/api/sessions/current"))
                        .header("Cookie", cookie)
                        .build())
                .status();
    }
}
