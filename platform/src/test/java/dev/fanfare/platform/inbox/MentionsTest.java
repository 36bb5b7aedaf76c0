package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Device;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Accounts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Who is mentioned in a note, and what they hear of it. Support is dan and ada; eve is of another tenant. */
@OnEachDatabase
class MentionsTest {
    private final Office office;

    MentionsTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    private JsonNode write(String contact, String text) throws IOException, InterruptedException {
        return Office.ok(office.post("dan", "/api/contacts/" + contact + "/notes", Map.of("text", text)));
    }

    private JsonNode change(JsonNode note, String text) throws IOException, InterruptedException {
        return Office.ok(office.as("dan")
                .patch(
                        "/api/notes/" + note.path("id").asString(),
                        Office.json(Map.of("text", text)),
                        note.path("version").asString()));
    }

    private static List<String> mentioned(JsonNode note) {
        return note.path("mentions")
                .valueStream()
                .map(person -> person.path("id").asString())
                .toList();
    }

    /** What somebody is told of the notes about a contact. */
    private List<String> told(String who, String contact) throws IOException, InterruptedException {
        return Office.ok(office.as(who).get("/api/notifications?limit=100"))
                .path("data")
                .valueStream()
                .filter(notification ->
                        notification.at("/metadata/url").asString("").equals("/inbox/" + contact))
                .map(notification -> notification.path("message").asString())
                .toList();
    }

    private String teamOf(String... members) throws IOException, InterruptedException {
        String team = "team_" + String.join("_", members);
        String line = Office.number();
        office.bean(Teams.class).keep(team, "org_123", "Named", List.of(members), List.of(line));
        return Office.ok(office.post("dan", "/api/contacts", Map.of("phone", Office.number(), "teamId", team)))
                .path("id")
                .asString();
    }

    @Test
    void whoIsMentionedIsNotifiedOnceAndLiveAndTheNoteSaysWho() throws IOException, InterruptedException {
        String contact = office.contact();
        try (Device ada = Device.of(office.platform(), "ada")) {
            JsonNode note = write(contact, "Ask @Ada Seller. @ada seller knows\nthe number, +1 (415) 555-0100");

            JsonNode live = ada.heard("notification").dataJson();
            assertThat(live.path("type").asString()).isEqualTo("message");
            assertThat(live.path("title").asString()).isEqualTo("Dan Desk mentioned you in a note");
            assertThat(live.path("message").asString()).isEqualTo("Ask @Ada Seller. @ada seller knows the number, …");
            assertThat(live.at("/metadata/url").asString()).isEqualTo("/inbox/" + contact);
            assertThat(live.at("/metadata/noteId")).isEqualTo(note.path("id"));
            assertThat(told("ada", contact)).hasSize(1);
            assertThat(mentioned(note)).containsExactly("ada");
            JsonNode read = Office.ok(office.as("ada").get("/api/contacts/" + contact + "/notes"));
            assertThat(read.at("/notes/0/mentions/0/name").asString()).isEqualTo("Ada Seller");
        }
        assertThat(office.told(contact, "note:created").getFirst().propertyNames())
                .containsExactlyInAnyOrder("id", "contactId", "authorId", "text", "createdAt", "updatedAt");
    }

    @Test
    void whoIsMentionedHearsNothingOfTheNoteButTheNotification() throws IOException, InterruptedException {
        String number = Office.number();
        String contact = office.contact(number);
        long before = Office.ok(office.as("ada").get("/api/realtime/events?after=0&channel=private-user-ada"))
                .path("position")
                .asLong();

        write(contact, "@Ada Seller, call " + number);

        List<JsonNode> events = Office.ok(
                        office.as("ada").get("/api/realtime/events?channel=private-user-ada&after=" + before))
                .path("events")
                .valueStream()
                .filter(event -> event.toString().contains(contact))
                .toList();
        assertThat(events)
                .extracting(event -> event.path("event").asString())
                .containsExactly("notification", "new-notification");
        assertThat(events).noneMatch(event -> event.toString().contains(number.substring(2)));
    }

    @Test
    void oneselfAndThoseWhoDoNotSeeTheContactAreNotMentionedAndAnswersDoNotTellThemFromNobody()
            throws IOException, InterruptedException {
        String contact = office.contact();

        JsonNode note = write(contact, "@Dan Desk @Bob Buyer @Eve Elsewhere @Nobody Atall");

        assertThat(note.path("mentions").isArray()).isTrue();
        assertThat(mentioned(note)).isEmpty();
        for (String who : List.of("dan", "bob", "eve")) {
            assertThat(told(who, contact)).as(who).isEmpty();
        }
    }

    @Test
    void whoIsOfAnotherTenantIsNotMentionedEvenInATeamOfThisOneAndMentionsNobody()
            throws IOException, InterruptedException {
        String contact = teamOf("dan", "ada", "eve");

        JsonNode note = write(contact, "@Eve Elsewhere");
        Answer refused = office.post("eve", "/api/contacts/" + contact + "/notes", Map.of("text", "Hello @Ada Seller"));

        assertThat(mentioned(note)).isEmpty();
        assertThat(told("eve", contact)).isEmpty();
        assertThat(refused.status()).isEqualTo(404);
        assertThat(told("ada", contact)).isEmpty();
    }

    @Test
    void aChangedNoteNotifiesOnlyThoseWhoAreNewInIt() throws IOException, InterruptedException {
        String contact = teamOf("dan", "ada", "bob");
        JsonNode first = write(contact, "@Ada Seller, look");

        JsonNode second = change(first, "@Ada Seller and @Bob Buyer, look");

        assertThat(mentioned(second)).containsExactly("ada", "bob");
        assertThat(told("bob", contact)).containsExactly("@Ada Seller and @Bob Buyer, look");
        assertThat(told("ada", contact)).containsExactly("@Ada Seller and @Bob Buyer, look");

        JsonNode third = change(second, "@Bob Buyer, look");

        assertThat(mentioned(third)).containsExactly("bob");
        assertThat(told("ada", contact)).containsExactly("The mention was taken back");
        assertThat(told("bob", contact)).containsExactly("@Bob Buyer, look");

        change(third, "@Ada Seller again");

        assertThat(told("ada", contact)).containsExactly("@Ada Seller again");
        assertThat(told("bob", contact)).containsExactly("The mention was taken back");
    }

    @Test
    void aNoteThatDoesNotComeToBeNotifiesNobody() throws IOException, InterruptedException {
        String contact = office.contact();
        Account dan = Objects.requireNonNull(office.bean(Accounts.class).find("dan"));

        office.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            office.bean(Notes.class).write(dan, contact, "@Ada Seller, look");
            status.setRollbackOnly();
        });

        assertThat(told("ada", contact)).isEmpty();
        assertThat(Office.ok(office.as("dan").get("/api/contacts/" + contact + "/notes"))
                        .path("notes"))
                .isEmpty();
        write(contact, "@Ada Seller, look");
        assertThat(told("ada", contact)).hasSize(1);
    }
}
