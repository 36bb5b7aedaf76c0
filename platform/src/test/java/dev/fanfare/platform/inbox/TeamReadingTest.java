package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Device;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a team has read, and what each of it has seen. */
@OnEachDatabase
class TeamReadingTest {
    private final Office office;

    TeamReadingTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    private int unread(String who) throws IOException, InterruptedException {
        return Office.ok(office.as(who).get("/api/contacts/unread-count"))
                .path("unread")
                .asInt();
    }

    @Test
    void whatOneHasReadTheTeamHasRead() throws IOException, InterruptedException {
        String id = office.contact();
        int before = unread("dan");
        assertThat(office.see(id).path("lastSeenByMe").isNull()).isTrue();

        Answer read = office.post("ada", "/api/contacts/" + id + "/read", Map.of());

        assertThat(read.json().path("unread").asBoolean()).isFalse();
        assertThat(read.json().path("lastSeenByMe").isNull()).isFalse();
        JsonNode danSees = office.see(id);
        assertThat(danSees.path("unreadCount").asInt()).isZero();
        assertThat(danSees.path("lastSeenByMe").isNull()).isTrue();
        assertThat(unread("dan")).isEqualTo(before - 1).isEqualTo(unread("ada"));
        JsonNode told = office.told(id, "message:read").getLast();
        assertThat(told.propertyNames()).containsExactlyInAnyOrder("messageId", "contactId", "readBy");
        assertThat(told.path("readBy").asString()).isEqualTo("ada");
        assertThat(told.path("messageId").asString())
                .isEqualTo(office.messages(id).getLast().path("id").asString());
        office.post("dan", "/api/contacts/" + id + "/read", Map.of());
        assertThat(office.told(id, "message:read")).hasSize(1);
        assertThat(office.see(id).path("lastSeenByMe").isNull()).isFalse();
    }

    @Test
    void readingUpToAMessageLeavesTheRest() throws IOException, InterruptedException {
        String number = Office.number();
        String id = office.contact(number);
        office.twilio().text(number, Office.LINE, "Two");
        office.twilio().text(number, Office.LINE, "Three");
        List<JsonNode> messages = office.messages(id);

        Answer read = office.as("dan")
                .post("/api/messages/" + messages.get(1).path("id").asString() + "/read", "");

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json().path("success").asBoolean()).isTrue();
        assertThat(read.json().path("unreadCount").asInt()).isEqualTo(1);
        assertThat(read.json().path("total").asInt()).isEqualTo(unread("dan"));
        assertThat(office.messages(id))
                .extracting(message -> message.path("read").asBoolean())
                .containsExactly(true, true, false);
        office.post("dan", "/api/contacts/" + id + "/read", Map.of("seq", 1));
        assertThat(office.see(id).path("unreadCount").asInt()).isEqualTo(1);
    }

    @Test
    void theSameRouteReadsMessagesOfConversations() throws IOException, InterruptedException {
        String conversation = Office.ok(office.post("ada", "/api/conversations", Map.of("participantId", "cleo")))
                .path("id")
                .asString();
        String message = Office.ok(
                        office.post("ada", "/api/conversations/" + conversation + "/messages", Map.of("text", "Hello")))
                .path("id")
                .asString();

        JsonNode read = Office.ok(office.as("cleo").post("/api/messages/" + message + "/read", ""));

        assertThat(read.path("success").asBoolean()).isTrue();
        assertThat(read.path("unreadCount").asInt()).isZero();
        assertThat(office.as("cleo").post("/api/messages/none/read", "").status())
                .isEqualTo(404);
    }

    @Test
    void eachOfTheTeamIsToldTheTotalAndNobodyElse() throws IOException, InterruptedException {
        int before = unread("dan");
        try (Device dan = Device.of(office.platform(), "dan");
                Device ada = Device.of(office.platform(), "ada");
                Device bob = Device.of(office.platform(), "bob")) {
            String id = office.contact();

            for (Device device : List.of(dan, ada)) {
                JsonNode told = device.heard("inbox:changed").dataJson();
                assertThat(told.path("contactId").asString()).isEqualTo(id);
                assertThat(told.path("unread").asInt()).isEqualTo(before + 1);
            }
            office.post("ada", "/api/contacts/" + id + "/read", Map.of());
            assertThat(dan.heard("inbox:changed").dataJson().path("unread").asInt())
                    .isEqualTo(before);
            assertThat(office.twilio()
                            .text(Office.number(), Office.SALES_LINE, "To bob")
                            .status())
                    .isEqualTo(200);
            assertThat(bob.heard("inbox:changed").dataJson().path("contactId").asString())
                    .isNotEqualTo(id);
        }
    }
}
