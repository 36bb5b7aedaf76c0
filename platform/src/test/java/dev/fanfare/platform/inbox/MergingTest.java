package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.platform.inbox.ContactHistories.Line;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contacts that are one person, that want to have what is kept of them, or to be forgotten. */
@OnEachDatabase
class MergingTest {
    private final Office office;

    MergingTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    private Answer merge(String from, String into) throws IOException, InterruptedException {
        return office.post("dan", "/api/contacts/" + from + "/merge", Map.of("into", into));
    }

    @Test
    void twoContactsBecomeOneWithAllThatWasWrittenInItsOrder() throws IOException, InterruptedException {
        String oldNumber = Office.number();
        String newNumber = Office.number();
        String from = office.contact(oldNumber);
        String into = office.contact(newNumber);
        office.twilio().text(oldNumber, Office.LINE, "Old again");
        office.twilio().text(newNumber, Office.LINE, "New again");
        office.post("dan", "/api/contacts/" + from + "/read", Map.of("seq", 1));
        office.post("dan", "/api/contacts/" + into + "/read", Map.of("seq", 1));
        office.post("dan", "/api/contacts/" + from + "/notes", Map.of("text", "About the old one"));

        Answer merged = merge(from, into);

        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(merged.json().path("unreadCount").asInt()).isEqualTo(2);
        List<JsonNode> messages = office.messages(into);
        assertThat(messages)
                .extracting(message -> message.path("body").asString())
                .containsExactly("Hello", "Hello", "Old again", "New again");
        assertThat(messages).extracting(message -> message.path("seq").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(Office.ok(office.as("dan").get("/api/contacts/" + into + "/notes"))
                        .path("notes"))
                .hasSize(1);
        assertThat(office.as("dan").get("/api/contacts/" + from).status()).isEqualTo(404);
        assertThat(office.told(into, "contact:updated")
                        .getLast()
                        .at("/changes/mergedFrom")
                        .asString())
                .isEqualTo(from);
        office.twilio().text(oldNumber, Office.LINE, "From the old number");
        assertThat(office.messages(into)).hasSize(5);
        assertThat(office.see(into).path("phone").asString()).isEqualTo(oldNumber);
    }

    @Test
    void whoHasStoppedOnOneNumberIsLeftAloneOnTheOther() throws IOException, InterruptedException {
        String number = Office.number();
        String from = office.contact(number);
        String into = office.contact();
        office.twilio().text(number, Office.LINE, "STOP");

        assertThat(merge(from, into).json().path("optedOut").asBoolean()).isTrue();
    }

    @Test
    void contactsOfTwoTeamsStayTwo() throws IOException, InterruptedException {
        office.bean(Teams.class).keep("team_third", "org_123", "Third", List.of("dan"), List.of("+12025550177"));
        String other = Office.ok(
                        office.post("dan", "/api/contacts", Map.of("phone", Office.number(), "teamId", "team_third")))
                .path("id")
                .asString();

        assertThat(merge(office.contact(), other).status()).isEqualTo(409);
        assertThat(merge(other, other).status()).isEqualTo(400);
    }

    @Test
    void aContactGetsAllThatIsKeptOfThem() throws IOException, InterruptedException {
        String number = Office.number();
        String id = office.contact(number);
        office.post("dan", "/api/contacts/" + id + "/notes", Map.of("text", "Likes lamps"));

        Answer export = office.as("dan").get("/api/contacts/" + id + "/export");

        assertThat(export.header("Content-Disposition")).startsWith("attachment");
        assertThat(export.json().at("/phones/0").asString()).isEqualTo(number);
        assertThat(export.json().at("/messages/0/body").asString()).isEqualTo("Hello");
        assertThat(export.json().at("/notes/0/text").asString()).isEqualTo("Likes lamps");
    }

    @Test
    void whoHasWrittenMuchGetsEachMessageOnceAndInOrder() throws IOException, InterruptedException {
        List<Line> lines = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> new Line(Medium.SMS, null, "Text " + i, Duration.ofDays(1)))
                .toList();
        String id = office.bean(ContactHistories.class).add("team_support", null, Office.number(), lines, 0);

        JsonNode export = Office.ok(office.as("dan").get("/api/contacts/" + id + "/export"));

        assertThat(export.path("messages"))
                .extracting(message -> message.path("body").asString())
                .isEqualTo(lines.stream().map(Line::body).toList());
    }

    @Test
    void aContactThatIsForgottenLeavesNothing() throws IOException, InterruptedException {
        String number = Office.number();
        String id = office.contact(number);
        office.send(id, "A secret answer");
        office.post("dan", "/api/contacts/" + id + "/notes", Map.of("text", "A secret note"));
        office.post("dan", "/api/contacts/" + id + "/read", Map.of());

        assertThat(office.as("dan").delete("/api/contacts/" + id).status()).isEqualTo(204);

        assertThat(office.as("dan").get("/api/contacts/" + id).status()).isEqualTo(404);
        for (String table : List.of("contact_message", "contact_note", "contact_seen", "contact_number")) {
            assertThat(office.database()
                            .sql("select count(*) from " + table + " where contact_id = ?")
                            .param(id)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(logged(id))
                .allSatisfy(data -> assertThat(data).doesNotContain("Hello", "secret"))
                .anySatisfy(data -> assertThat(data).contains("deleted"));
        office.twilio().text(number, Office.LINE, "Hello again");
        assertThat(office.withNumber(number)).isNotEqualTo(id);
    }

    @Test
    void whatWasToldOfAContactIsForgottenWhenItBecomesAnother() throws IOException, InterruptedException {
        String from = office.contact();
        String into = office.contact();
        office.send(from, "A secret answer");
        assertThat(logged(from)).anySatisfy(data -> assertThat(data).contains("secret"));

        merge(from, into);

        assertThat(logged(from))
                .allSatisfy(data -> assertThat(data).doesNotContain("Hello", "secret"))
                .anySatisfy(data -> assertThat(data).contains("mergedInto", into));
    }

    /** The data of what is in the log of a contact's channel. */
    private List<String> logged(String contact) {
        return office.database()
                .sql("select data from channel_event where channel = ?")
                .param("private-contact-" + contact)
                .query(String.class)
                .list();
    }

    @Test
    void anAgentGetsWhatIsKeptOfThemAndLeavesTheTeam() throws IOException, InterruptedException {
        office.bean(Teams.class)
                .keep("team_cleo", "org_123", "Cleo's", List.of("cleo", "dan"), List.of("+12025550178"));
        String id = Office.ok(
                        office.post("cleo", "/api/contacts", Map.of("phone", Office.number(), "teamId", "team_cleo")))
                .path("id")
                .asString();
        office.send("cleo", id, "sms", "Cleo's answer", Map.of());
        office.post("cleo", "/api/contacts/" + id + "/notes", Map.of("text", "Cleo's note"));
        office.change("cleo", id, Map.of("assigneeId", "cleo"));
        PersonalData data = office.platform().bean("inboxPersonalData", PersonalData.class);

        String export = JsonMapper.shared().writeValueAsString(data.export("cleo"));
        assertThat(data.section()).isEqualTo("inbox");
        assertThat(export).contains("Cleo's answer", "Cleo's note", id);
        office.platform().bean(TransactionTemplate.class).executeWithoutResult(status -> data.erase("cleo"));

        assertThat(office.as("cleo").get("/api/contacts/" + id).status()).isEqualTo(404);
        JsonNode contact = Office.ok(office.as("dan").get("/api/contacts/" + id));
        assertThat(contact.path("assignee").isNull()).isTrue();
        assertThat(Office.ok(office.as("dan").get("/api/contacts/" + id + "/notes"))
                        .path("notes"))
                .hasSize(1);
    }
}
