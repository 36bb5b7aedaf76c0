package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.identity.Account;
import dev.fanfare.platform.identity.Account.Role;
import dev.fanfare.platform.identity.Accounts;
import dev.fanfare.platform.identity.PersonalData;
import dev.fanfare.platform.tenancy.Tenants;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of mentions when their note, their contact or somebody in them goes. */
@OnEachDatabase
class MentionsGoneTest {
    private static final String PASSWORD = "correct horse";

    private final Office office;

    MentionsGoneTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    /** @return the note's id */
    private String write(String contact, String text) throws IOException, InterruptedException {
        return Office.ok(office.post("dan", "/api/contacts/" + contact + "/notes", Map.of("text", text)))
                .path("id")
                .asString();
    }

    /** What ada is told of a note. */
    private JsonNode told(String note) throws IOException, InterruptedException {
        return Office.ok(office.as("ada").get("/api/notifications?limit=100"))
                .path("data")
                .valueStream()
                .filter(notification ->
                        notification.at("/metadata/noteId").asString("").equals(note))
                .findFirst()
                .orElseThrow();
    }

    /** What is in the log of ada's channel with this in it. */
    private List<String> logged(String part) {
        return office
                .database()
                .sql("select data from channel_event where channel = 'private-user-ada'")
                .query(String.class)
                .list()
                .stream()
                .filter(data -> data.contains(part))
                .toList();
    }

    @Test
    void whatANoteSaidIsNowhereOnceItIsTakenAway() throws IOException, InterruptedException {
        String secret = "secret" + Ids.next();
        String note = write(office.contact(), "@Ada Seller " + secret);
        assertThat(told(note).path("message").asString()).contains(secret);
        assertThat(logged(secret)).isNotEmpty();

        assertThat(office.as("dan").delete("/api/notes/" + note).status()).isEqualTo(204);

        assertThat(told(note).path("message").asString()).isEqualTo("The mention was taken back");
        assertThat(logged(secret)).isEmpty();
    }

    @Test
    void whatNotesSaidIsNowhereOnceTheirContactIsForgotten() throws IOException, InterruptedException {
        String secret = "secret" + Ids.next();
        String contact = office.contact();
        String one = write(contact, "@Ada Seller " + secret);
        String other = write(contact, "Again @Ada Seller " + secret);

        assertThat(office.as("dan").delete("/api/contacts/" + contact).status()).isEqualTo(204);

        assertThat(List.of(told(one), told(other)))
                .allMatch(
                        notification -> notification.path("message").asString().equals("The mention was taken back"));
        assertThat(logged(secret)).isEmpty();
    }

    @Test
    void aMentionLeadsToTheContactThatHasTheNoteNow() throws IOException, InterruptedException {
        String from = office.contact();
        String into = office.contact();
        String note = write(from, "@Ada Seller, they are the same");

        Office.ok(office.post("dan", "/api/contacts/" + from + "/merge", Map.of("into", into)));

        assertThat(told(note).at("/metadata/url").asString()).isEqualTo("/inbox/" + into);
        assertThat(logged("/inbox/" + from)).isEmpty();
        JsonNode notes = Office.ok(office.as("ada").get("/api/contacts/" + into + "/notes"));
        assertThat(notes.at("/notes/0/mentions/0/id").asString()).isEqualTo("ada");
        office.as("dan").delete("/api/notes/" + note);
        assertThat(told(note).path("message").asString()).isEqualTo("The mention was taken back");
    }

    @Test
    void whoseAccountIsErasedIsMentionedNoMoreAndNotNamedToThoseTheyHaveMentioned()
            throws IOException, InterruptedException {
        String id = "c" + Ids.next();
        office.bean(Accounts.class).add(new Account(id, id + "@demo.test", "Gil Gone", null, Role.USER), PASSWORD);
        office.bean(Tenants.class).admit("org_123", id);
        office.bean(Teams.class)
                .keep("team_" + id, "org_123", "Gil's", List.of("dan", "ada", id), List.of(Office.number()));
        String contact = Office.ok(
                        office.post("dan", "/api/contacts", Map.of("phone", Office.number(), "teamId", "team_" + id)))
                .path("id")
                .asString();
        RunningPlatform.Caller gil = gil(id);
        String mention = write(contact, "@Gil Gone, look");
        String note = Office.ok(gil.post("/api/contacts/" + contact + "/notes", "{\"text\":\"@Ada Seller, look\"}"))
                .path("id")
                .asString();
        assertThat(told(note).path("title").asString()).isEqualTo("Gil Gone mentioned you in a note");
        PersonalData data = office.platform().bean("inboxPersonalData", PersonalData.class);
        assertThat(JsonMapper.shared()
                        .valueToTree(data.export(id))
                        .at("/mentions/0/contactId")
                        .asString())
                .isEqualTo(contact);

        assertThat(gil.delete("/api/users/me", "{\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);

        assertThat(note(contact, mention).path("mentions")).isEmpty();
        assertThat(note(contact, note).at("/mentions/0/id").asString()).isEqualTo("ada");
        assertThat(told(note).path("title").asString()).isEqualTo("Deleted user mentioned you in a note");
        assertThat(told(note).path("message").asString()).isEqualTo("@Ada Seller, look");
        assertThat(logged("Gil Gone mentioned")).isEmpty();
    }

    private JsonNode note(String contact, String id) throws IOException, InterruptedException {
        return Office.ok(office.as("dan").get("/api/contacts/" + contact + "/notes"))
                .path("notes")
                .valueStream()
                .filter(note -> note.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private RunningPlatform.Caller gil(String id) throws IOException, InterruptedException {
        String token = office.platform()
                .asNobody()
                .post("/api/sessions", "{\"email\":\"" + id + "@demo.test\",\"password\":\"" + PASSWORD + "\"}")
                .json()
                .path("token")
                .asString();
        return new RunningPlatform.Caller(office.platform(), token);
    }
}
