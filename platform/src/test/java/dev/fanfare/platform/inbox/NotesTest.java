package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.testkit.TestClient;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Notes about contacts, and who is told of what somebody types. */
@OnEachDatabase
class NotesTest {
    private final Office office;

    NotesTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    private Answer write(String contact, String text) throws IOException, InterruptedException {
        return office.post("dan", "/api/contacts/" + contact + "/notes", Map.of("text", text));
    }

    @Test
    void aNoteIsWrittenChangedAndTakenAwayAndTheTeamHearsOfIt() throws IOException, InterruptedException {
        String contact = office.contact();
        Answer written = write(contact, " Second wet <i>parcel</i> ");
        String note = "/api/notes/" + written.json().path("id").asString();

        assertThat(written.status()).isEqualTo(201);
        assertThat(written.json().path("text").asString()).isEqualTo("Second wet <i>parcel</i>");
        assertThat(written.json().at("/author/name").asString()).isEqualTo("Dan Desk");
        Answer changed = office.as("dan").patch(note, "{\"text\":\"Third\"}", "1");
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(office.as("dan").patch(note, "{\"text\":\"Fourth\"}", "1").status())
                .isEqualTo(412);
        assertThat(office.as("ada").patch(note, "{\"text\":\"Mine\"}", "2").status())
                .isEqualTo(403);
        assertThat(office.as("ada").delete(note).status()).isEqualTo(403);
        assertThat(Office.ok(office.as("ada").get("/api/contacts/" + contact + "/notes"))
                        .at("/notes/0/text")
                        .asString())
                .isEqualTo("Third");
        assertThat(office.as("dan").delete(note).status()).isEqualTo(204);

        assertThat(office.told(contact, "note:created").getFirst().propertyNames())
                .containsExactlyInAnyOrder("id", "contactId", "authorId", "text", "createdAt", "updatedAt");
        assertThat(office.told(contact, "note:updated").getFirst().path("text").asString())
                .isEqualTo("Third");
        assertThat(office.told(contact, "note:deleted")).hasSize(1);
        assertThat(Office.ok(office.as("dan").get("/api/contacts/" + contact + "/notes"))
                        .path("notes"))
                .isEmpty();
    }

    @Test
    void aNoteIsNeitherEmptyNorTooLongForAnEvent() throws IOException, InterruptedException {
        String contact = office.contact();

        assertThat(write(contact, " ").status()).isEqualTo(400);
        assertThat(write(contact, "€".repeat(3_001)).json().path("code").asString())
                .isEqualTo("too_long");
        assertThat(write(contact, "€".repeat(3_000)).status()).isEqualTo(201);
        assertThat(write(contact, "\"".repeat(3_000)).status()).isEqualTo(201);
        assertThat(office.told(contact, "note:created")).hasSize(2);
    }

    @Test
    void viewersSeeEachOtherAndWhoAnswersButNothingOfNotes() throws IOException, InterruptedException {
        String contact = office.contact();
        String channel = "presence-contact-" + contact;
        try (TestClient dan = office.platform().client();
                TestClient ada = office.platform().client()) {
            office.as("dan").subscribe(dan, channel);
            office.as("ada").subscribe(ada, channel);
            JsonNode added =
                    RunningPlatform.heard(dan, "pusher_internal:member_added").dataJson();
            assertThat(added.path("user_info").path("name").asString()).isEqualTo("Ada Seller");

            write(contact, "Nobody hears me write this");
            Answer typing = office.post(
                    "ada",
                    "/api/contacts/" + contact + "/typing",
                    Map.of("isTyping", true, "socketId", ada.socketId()));

            assertThat(typing.status()).isEqualTo(204);
            JsonNode told = dan.await().dataJson();
            assertThat(told.propertyNames()).containsExactlyInAnyOrder("contactId", "userId", "isTyping");
            assertThat(told.path("userId").asString()).isEqualTo("ada");
            office.post("dan", "/api/contacts/" + contact + "/typing", Map.of("isTyping", false));
            assertThat(ada.await().dataJson().path("userId").asString()).isEqualTo("dan");
        }
        assertThat(List.of(office.database()
                        .sql("select count(*) from channel_event where channel = ?")
                        .param(channel)
                        .query(Integer.class)
                        .single()))
                .containsExactly(0);
    }
}
