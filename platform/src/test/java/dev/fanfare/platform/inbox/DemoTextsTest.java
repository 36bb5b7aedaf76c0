package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody who tries the platform finds, and can do without a telephone; and teams that settings name. */
class DemoTextsTest {
    @ParameterizedTest
    @EnumSource
    void onesOwnTextsComeAsIfTheContactHadWritten(Database database) throws IOException, InterruptedException {
        try (RunningPlatform platform = RunningPlatform.on(
                database,
                "--platform.inbox.region=US",
                "--platform.inbox.teams[0].id=team_named",
                "--platform.inbox.teams[0].name=Named",
                "--platform.inbox.teams[0].tenant=org_123",
                "--platform.inbox.teams[0].members=cleo,eve",
                "--platform.inbox.teams[0].lines=+12025550179")) {
            Office office = new Office(platform);
            assertThat(Office.ok(office.as("dan").get("/api/contacts?limit=50")).path("contacts"))
                    .hasSize(4);
            assertThat(Office.ok(office.as("bob").get("/api/contacts")).path("contacts"))
                    .hasSize(1);
            String contact = Office.ok(office.as("dan").get("/api/contacts?q=Priya"))
                    .at("/contacts/0/id")
                    .asString();
            assertThat(Office.ok(office.as("dan").get("/api/teams"))
                            .path("demoTexts")
                            .asBoolean())
                    .isTrue();

            assertThat(office.post(
                                    "dan",
                                    "/api/demo/texts",
                                    Map.of("contactId", contact, "body", "It is dry now", "channel", "whatsapp"))
                            .status())
                    .isEqualTo(202);
            assertThat(office.post("cleo", "/api/demo/texts", Map.of("from", "(415) 555-0123", "body", "Somebody new"))
                            .status())
                    .isEqualTo(202);

            await().untilAsserted(() -> assertThat(
                            office.see(contact).at("/lastMessage/body").asString())
                    .isEqualTo("It is dry now"));
            assertThat(office.see(contact).path("unreadCount").asInt()).isEqualTo(3);
            await().untilAsserted(() -> assertThat(Office.ok(office.as("cleo").get("/api/contacts"))
                            .at("/contacts/0/phone")
                            .asString())
                    .isEqualTo("+14155550123"));
            assertThat(Office.ok(office.as("eve").get("/api/contacts?q=415555")).path("contacts"))
                    .isEmpty();
            assertThat(office.post("dan", "/api/demo/texts", Map.of("body", "From nobody"))
                            .status())
                    .isEqualTo(400);
        }
    }
}
