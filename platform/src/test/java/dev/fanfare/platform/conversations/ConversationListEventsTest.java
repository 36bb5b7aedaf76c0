package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.conversations.Chat.Hearer;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.testkit.ReceivedFrame;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What users are told of their lists of conversations, of how much is new in them, and of who has read how far. */
@OnEachDatabase
class ConversationListEventsTest {
    private final Chat chat;

    ConversationListEventsTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    @Test
    void eachParticipantsListIsToldWithTheirOwnCount() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        int before = chat.unread("bob");
        try (Hearer ada = chat.followUser("ada");
                Hearer bob = chat.followUser("bob")) {
            chat.send("ada", id, "hi");

            JsonNode ofAda = ada.entry(id);
            JsonNode ofBob = bob.entry(id);
            assertThat(ofBob.propertyNames())
                    .containsExactlyInAnyOrder("conversationId", "lastMessage", "unreadCount", "participants");
            assertThat(ofBob.path("lastMessage").propertyNames())
                    .containsExactlyInAnyOrder("id", "text", "sentAt", "senderId");
            assertThat(ofBob.path("participants").toString())
                    .isEqualTo("[{\"id\":\"ada\",\"name\":\"Ada Seller\"},{\"id\":\"bob\",\"name\":\"Bob Buyer\"}]");
            assertThat(ofAda.path("unreadCount").asInt()).isZero();
            assertThat(ofBob.path("unreadCount").asInt()).isEqualTo(1);
            assertThat(bob.unreadTold()).isEqualTo(before + 1).isEqualTo(chat.unread("bob"));
        }
    }

    @Test
    void aNewConversationIsInBothListsAtOnce() throws IOException, InterruptedException {
        try (Hearer ada = chat.followUser("ada");
                Hearer bob = chat.followUser("bob")) {
            JsonNode begun = chat.post(
                            "ada",
                            "/api/conversations",
                            Map.of(
                                    "participantId",
                                    "bob",
                                    "subject",
                                    Map.of("type", "lot", "id", Ids.next(), "title", "Lamp")))
                    .json();

            for (Hearer each : List.of(ada, bob)) {
                JsonNode entry = each.entry(begun.path("id").asString());
                assertThat(entry.path("lastMessage").isNull()).isTrue();
                assertThat(entry.path("unreadCount").asInt()).isZero();
            }
        }
    }

    @Test
    void theApplicationItselfWritesToBoth() throws IOException, InterruptedException {
        try (Hearer ada = chat.followUser("ada");
                Hearer bob = chat.followUser("bob")) {
            String id = chat.platform()
                    .bean(Conversations.class)
                    .begin(new Subject("lot", Ids.next(), "Lamp"), "ada", "bob", "Bob Buyer has won.");

            for (Hearer each : List.of(ada, bob)) {
                JsonNode entry = each.entry(id);
                assertThat(entry.path("unreadCount").asInt()).isEqualTo(1);
                assertThat(entry.path("lastMessage").path("senderId").isNull()).isTrue();
                assertThat(entry.path("lastMessage").path("text").asString()).isEqualTo("Bob Buyer has won.");
            }
        }
    }

    @Test
    void readingIsToldWhenThePositionMovesAndOnlyForwards() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        for (int i = 1; i <= 3; i++) {
            chat.send("ada", id, "m" + i);
        }
        Message second =
                chat.platform().bean(MessageTable.class).after(id, 1, 1).getFirst();
        String path = "/api/conversations/" + id + "/read";
        int before = chat.unread("bob");
        try (Hearer ada = chat.followConversation("ada", id);
                Hearer bob = chat.followUser("bob")) {
            JsonNode upToTwo = chat.as("bob")
                    .post("/api/messages/" + second.id() + "/read", "{}")
                    .json();
            chat.post("bob", path, Map.of("seq", 1));
            JsonNode all = chat.post("bob", path, Map.of()).json();
            chat.post("bob", path, Map.of("seq", 99));
            chat.send("bob", id, "read it");

            assertThat(upToTwo.path("unreadCount").asInt()).isEqualTo(1);
            assertThat(upToTwo.path("total").asInt()).isEqualTo(before - 2);
            assertThat(all.path("unreadCount").asInt()).isZero();
            ReceivedFrame read = ada.next();
            assertThat(read.event()).isEqualTo("conversation:read");
            assertThat(read.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("conversationId", "readerId", "readAt");
            assertThat(read.dataJson().path("readerId").asString()).isEqualTo("bob");
            assertThat(ada.next().event()).isEqualTo("conversation:read");
            assertThat(ada.next().event()).isEqualTo("message:new");
            assertThat(bob.entry(id).path("unreadCount").asInt()).isEqualTo(1);
            assertThat(bob.unreadTold()).isEqualTo(before - 2);
            assertThat(bob.unreadTold()).isEqualTo(before - 3);
            JsonNode seen = chat.as("ada").get("/api/conversations/" + id).json();
            assertThat(seen.path("readSeq").path("bob").asLong()).isEqualTo(3);
        }
    }

    @Test
    void theLastTotalThatIsToldIsRightWhateverHappensAtOnce()
            throws IOException, InterruptedException, ExecutionException {
        String withAda = chat.begin("ada", "bob");
        String withCleo = chat.begin("cleo", "bob");
        Caller ada = chat.as("ada");
        Caller bob = chat.as("bob");
        Caller cleo = chat.as("cleo");
        String text = "{\"text\":\"at once\"}";
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                all.add(threads.submit(() -> ada.post("/api/conversations/" + withAda + "/messages", text)));
                all.add(threads.submit(() -> cleo.post("/api/conversations/" + withCleo + "/messages", text)));
                all.add(threads.submit(() -> bob.post("/api/conversations/" + withCleo + "/messages", text)));
                all.add(threads.submit(() -> bob.post("/api/conversations/" + withAda + "/read", "{}")));
            }
            for (Future<Answer> one : all) {
                assertThat(one.get().status()).isIn(200, 201);
            }
        }

        String told = chat.platform()
                .bean(JdbcClient.class)
                .sql("select data from channel_event where channel = 'private-user-bob' and name = 'unread:changed'"
                        + " and data like '%conversations%' order by seq desc limit 1")
                .query(String.class)
                .single();
        assertThat(told).isEqualTo("{\"conversations\":" + chat.unread("bob") + "}");
    }
}
