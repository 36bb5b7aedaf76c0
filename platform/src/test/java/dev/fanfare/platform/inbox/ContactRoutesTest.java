package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a team decides about its contacts. */
@OnEachDatabase
class ContactRoutesTest {
    private final Office office;

    ContactRoutesTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    private Answer add(String phone) throws IOException, InterruptedException {
        return office.post(
                "dan", "/api/contacts", Map.of("name", "Somebody", "phone", phone, "teamId", "team_support"));
    }

    @Test
    void aNumberIsOneHoweverItIsWritten() throws IOException, InterruptedException {
        Answer added = add("+44 (0)20 7946 0999");

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("Location"))
                .isEqualTo("/api/contacts/" + added.json().path("id").asString());
        assertThat(added.json().path("phone").asString()).isEqualTo("+442079460999");
        for (String same : List.of("+442079460999", "whatsapp:+442079460999", "+44 20-7946-0999")) {
            Answer again = add(same);
            assertThat(again.status()).as(same).isEqualTo(409);
            assertThat(again.json().path("code").asString()).isEqualTo("phone_used");
            assertThat(again.json().path("contactId")).isEqualTo(added.json().path("id"));
        }
    }

    @ParameterizedTest
    @CsvSource({"020 7946 0999", "hello", "+1", "+999123456789"})
    void whatIsNoNumberIsRefused(String phone) throws IOException, InterruptedException {
        Answer answer = add(phone);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("invalid_phone");
    }

    @Test
    void ofTwoWhoChangeAContactTheSecondIsTold() throws IOException, InterruptedException {
        String id = office.contact();
        String version = office.see(id).path("version").asString();

        Answer first = office.as("dan").patch("/api/contacts/" + id, "{\"assigneeId\":\"dan\"}", version);
        Answer second = office.as("ada").patch("/api/contacts/" + id, "{\"assigneeId\":\"ada\"}", version);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().at("/assignee/name").asString()).isEqualTo("Dan Desk");
        assertThat(first.header("ETag"))
                .isEqualTo("\"" + first.json().path("version").asString() + "\"");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.json().path("code").asString()).isEqualTo("stale");
        assertThat(office.told(id, "contact:updated")
                        .getLast()
                        .at("/changes/assignee/id")
                        .asString())
                .isEqualTo("dan");
        assertThat(office.as("dan")
                        .patch("/api/contacts/" + id, "{\"name\":\"X\"}", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anAssigneeIsOfTheTeamAndCanBeTakenAway() throws IOException, InterruptedException {
        String id = office.contact();

        assertThat(office.change("dan", id, Map.of("assigneeId", "bob")).status())
                .isEqualTo(400);
        office.change("dan", id, Map.of("assigneeId", "ada"));
        assertThat(office.change("dan", id, Map.of("name", " Olga\nP. "))
                        .json()
                        .at("/assignee/id")
                        .asString())
                .isEqualTo("ada");
        assertThat(office.see(id).path("name").asString()).isEqualTo("Olga P.");
        Answer nobody = office.change("dan", id, Collections.singletonMap("assigneeId", null));
        assertThat(nobody.json().path("assignee").isNull()).isTrue();
        assertThat(office.told(id, "contact:updated")
                        .getLast()
                        .at("/changes/assignee")
                        .isNull())
                .isTrue();
    }

    @Test
    void aSnoozedContactComesBackByItself() throws IOException, InterruptedException {
        String id = office.contact();
        String version = office.see(id).path("version").asString();
        Instant until = Instant.now().plusSeconds(2);

        Answer snoozed = office.as("dan")
                .patch("/api/contacts/" + id, Office.json(Map.of("snoozedUntil", until.toString())), version);

        assertThat(snoozed.json().path("status").asString()).isEqualTo("snoozed");
        await().untilAsserted(() ->
                assertThat(office.see(id).path("status").asString()).isEqualTo("open"));
        assertThat(Instant.now()).isAfterOrEqualTo(until);
        assertThat(office.see(id).path("snoozedUntil").isNull()).isTrue();
        assertThat(office.told(id, "contact:updated"))
                .extracting(told -> told.at("/changes/status").asString(""))
                .endsWith("snoozed", "open");
        assertThat(office.change("dan", id, Map.of("status", "snoozed")).status())
                .isEqualTo(400);
        assertThat(office.change("dan", id, Map.of("snoozedUntil", "2020-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(400);
        assertThat(office.change("dan", id, Map.of("status", "asleep")).status())
                .isEqualTo(400);
    }

    @Test
    void listsAreFilteredAndPaged() throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String id = office.contact();
            office.change("dan", id, Map.of("name", "Paging " + i, "status", "closed", "assigneeId", "dan"));
            ids.addFirst(id);
        }

        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Office.ok(office.as("dan")
                    .get("/api/contacts?status=closed&assignee=me&unread=true&q=paging&limit=2&cursor=" + cursor));
            page.path("contacts")
                    .forEach(contact -> paged.add(contact.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(paged).isEqualTo(ids);
        assertThat(found("status=open&q=paging")).isEmpty();
        assertThat(found("assignee=none&q=paging")).isEmpty();
        String phone = office.see(ids.getFirst()).path("phone").asString();
        assertThat(found("q=" + phone.substring(2))).containsExactly(ids.getFirst());
        assertThat(found("q=%25")).isEmpty();
        assertThat(office.as("dan").get("/api/contacts?status=other").status()).isEqualTo(400);
        assertThat(office.as("dan").get("/api/contacts?assignee=ada").status()).isEqualTo(400);
    }

    private List<String> found(String query) throws IOException, InterruptedException {
        return Office.ok(office.as("dan").get("/api/contacts?" + query))
                .path("contacts")
                .valueStream()
                .map(contact -> contact.path("id").asString())
                .toList();
    }

    @Test
    void messagesArePagedBothWays() throws IOException, InterruptedException {
        String number = Office.number();
        String id = office.contact(number);
        for (int i = 2; i <= 5; i++) {
            office.twilio().text(number, Office.LINE, "Text " + i);
        }

        assertThat(seqs(id, "limit=2")).containsExactly(4L, 5L);
        assertThat(seqs(id, "limit=2&before=4")).containsExactly(2L, 3L);
        assertThat(seqs(id, "limit=2&after=2")).containsExactly(3L, 4L);
        assertThat(Office.ok(office.as("dan").get("/api/contacts/" + id + "/messages?limit=2&after=3"))
                        .path("hasMore")
                        .asBoolean())
                .isFalse();
        assertThat(office.as("dan")
                        .get("/api/contacts/" + id + "/messages?before=1&after=1")
                        .status())
                .isEqualTo(400);
    }

    private List<Long> seqs(String id, String query) throws IOException, InterruptedException {
        return Office.ok(office.as("dan").get("/api/contacts/" + id + "/messages?" + query))
                .path("messages")
                .valueStream()
                .map(message -> message.path("seq").asLong())
                .toList();
    }

    @Test
    void teamsHaveTheirMembers() throws IOException, InterruptedException {
        JsonNode support = Office.ok(office.as("ada").get("/api/teams"))
                .path("teams")
                .valueStream()
                .filter(team -> team.path("id").asString().equals("team_support"))
                .findFirst()
                .orElseThrow();

        assertThat(support.path("members")
                        .valueStream()
                        .map(member -> member.path("id").asString()))
                .containsExactly("ada", "dan");
    }
}
