package dev.fanfare.platform.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Webhooks behind a proxy, on a first day behind one, and where there is nobody who could send any. */
class WebhookAddressTest {
    private static final String PATH = "/api/webhooks/twilio";
    private static final String LINE = "+12025550100";

    private static int post(RunningPlatform platform, String signedBase, Map<String, String> form)
            throws IOException, InterruptedException {
        String token = "secret";
        return platform.send(HttpRequest.newBuilder(platform.address(PATH))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Twilio-Signature", LocalWebhooks.signature(token, signedBase + PATH, form))
                        .POST(HttpRequest.BodyPublishers.ofString(LocalWebhooks.encoded(form)))
                        .build())
                .status();
    }

    private static Map<String, String> form() {
        return TwilioCalls.form(TwilioCalls.sid(), "+14155550123", LINE, "Hello");
    }

    @ParameterizedTest
    @EnumSource
    void theAddressThatSettingsNameIsSignedAndNoOther(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(
                database,
                "--PUBLIC_BASE_URL=https://localhost:8443/",
                "--TWILIO_ACCOUNT_SID=\"AC1\"",
                "--TWILIO_AUTH_TOKEN=\"secret\"")) {
            assertThat(post(platform, "https://localhost:8443", form())).isEqualTo(200);
            for (String base : new String[] {
                "http://localhost:8443",
                "https://evil.example",
                platform.address("").toString()
            }) {
                assertThat(post(platform, base, form())).as(base).isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongSignatureMayBeReportedOnly(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(
                database,
                "--TWILIO_ACCOUNT_SID=AC1",
                "--TWILIO_AUTH_TOKEN=secret",
                "--platform.twilio.signatures=report")) {
            assertThat(post(platform, "https://not.yet.known", form())).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutAnAccountNothingComesOrGoes(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform =
                RunningPlatform.on(database, "--platform.twilio.local=false", "--platform.twilio.signatures=report")) {
            Caller dan = platform.as("dan");
            assertThat(post(platform, platform.address("").toString(), form())).isEqualTo(403);
            assertThat(dan.get("/api/teams").json().path("demoTexts").asBoolean(true))
                    .isFalse();
            assertThat(dan.post("/api/demo/texts", "{\"from\":\"+14155550123\",\"body\":\"Hello\"}")
                            .status())
                    .isEqualTo(404);

            String contact = dan.post("/api/contacts", "{\"phone\":\"+14155550123\",\"teamId\":\"team_support\"}")
                    .json()
                    .path("id")
                    .asString();
            dan.post(
                    "/api/messages/send", "{\"contactId\":\"" + contact + "\",\"channel\":\"sms\",\"body\":\"Hello\"}");
            await().untilAsserted(() -> {
                JsonNode message =
                        dan.get("/api/contacts/" + contact + "/messages").json().at("/messages/0");
                assertThat(message.path("status").asString()).isEqualTo("failed");
                assertThat(message.path("errorCode").asString()).isEqualTo("no_carrier");
            });
        }
    }
}
