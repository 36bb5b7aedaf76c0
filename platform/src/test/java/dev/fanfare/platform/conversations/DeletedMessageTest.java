package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.conversations.Chat.Hearer;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where the words of a message are once it is deleted: nowhere. */
@OnEachDatabase
class DeletedMessageTest {
    private final Chat chat;

    DeletedMessageTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    private long mentions(String text) {
        JdbcClient database = chat.platform().bean(JdbcClient.class);
        long count = 0;
        for (String sql : List.of(
                "select count(*) from message where body like ?",
                "select count(*) from notification where message like ?",
                "select count(*) from channel_event where data like ?")) {
            count += database.sql(sql).param("%" + text + "%").query(Long.class).single();
        }
        return count;
    }

    private List<JsonNode> log(String user, String channel) throws IOException, InterruptedException {
        return chat.as(user)
                .get("/api/realtime/events?after=0&channel=" + channel)
                .json()
                .path("events")
                .valueStream()
                .toList();
    }

    @Test
    void itsWordsAreInNoLogAndInNoNotificationAndOthersStay() throws IOException, InterruptedException {
        String id = chat.begin("cleo", "bob");
        chat.send("cleo", id, "kept words");
        Message secret = chat.send("cleo", id, "secret words");
        chat.as("cleo").patch("/api/messages/" + secret.id(), "{\"text\":\"other secret words\"}", "");
        assertThat(mentions("secret words")).isGreaterThan(4);
        long kept = mentions("kept words");

        assertThat(chat.as("cleo").delete("/api/messages/" + secret.id()).status())
                .isEqualTo(204);

        assertThat(mentions("secret words")).isZero();
        // The notification of the conversation told only its newest words.
        assertThat(mentions("kept words")).isEqualTo(kept).isPositive();
        List<JsonNode> events = log("bob", "private-conversation-" + id);
        assertThat(events)
                .filteredOn(event -> event.path("event").asString().equals("message:new"))
                .last()
                .satisfies(event -> assertThat(event.path("data"))
                        .hasToString("{\"id\":\"" + secret.id() + "\",\"conversationId\":\"" + id
                                + "\",\"truncated\":true}"));
        assertThat(events.getLast().path("event").asString()).isEqualTo("message:deleted");
    }

    @Test
    void theRecipientsDevicesAreToldThatTheNotificationSaysSomethingElse() throws IOException, InterruptedException {
        String id = chat.begin("cleo", "bob");
        Message message = chat.send("cleo", id, "oops");
        try (Hearer bob = chat.followUser("bob")) {
            chat.as("cleo").delete("/api/messages/" + message.id());

            JsonNode told = bob.next("notification:updated").dataJson();

            assertThat(told.path("message").asString()).isEqualTo("The message was deleted");
            assertThat(told.path("title").asString()).isEqualTo("Message from Cleo Buyer");
            assertThat(told.path("metadata").path("conversationId").asString()).isEqualTo(id);
        }
    }

    @Test
    void theNotificationOfANewerMessageStaysAsItIs() throws IOException, InterruptedException {
        String id = chat.begin("cleo", "bob");
        Message first = chat.send("cleo", id, "first of two");
        chat.send("cleo", id, "second of two");

        chat.as("cleo").delete("/api/messages/" + first.id());

        assertThat(chat.as("bob").get("/api/notifications").json().path("data"))
                .first()
                .satisfies(
                        newest -> assertThat(newest.path("message").asString()).isEqualTo("second of two"));
        assertThat(mentions("first of two")).isZero();
        assertThat(chat.post("bob", "/api/conversations/" + id + "/read", Map.of())
                        .status())
                .isEqualTo(200);
    }
}
