package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.conversations.Chat.Hearer;
import dev.fanfare.platform.web.Ids;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.testkit.Received;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class BlockingTest {
    private final Chat chat;

    BlockingTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    @AfterEach
    void makePeace() {
        chat.platform().bean(BlockTable.class).unblock("ada", "bob");
    }

    private Answer send(String from, String id) throws IOException, InterruptedException {
        return chat.post(from, "/api/conversations/" + id + "/messages", Map.of("text", "hi"));
    }

    private int authorized(String name, String id) throws IOException, InterruptedException {
        return chat.post(
                        name,
                        "/api/pusher/auth",
                        Map.of("socket_id", "1.1", "channel_name", "private-conversation-" + id))
                .status();
    }

    @Test
    void neitherWritesWhileOneHasBlockedTheOther() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Message old = chat.send("bob", id, "old");

        assertThat(chat.as("ada").put("/api/conversations/" + id + "/block", "").status())
                .isEqualTo(204);
        assertThat(chat.as("ada").put("/api/conversations/" + id + "/block", "").status())
                .isEqualTo(204);

        Map<String, ?> typing = Map.of("conversationId", id, "isTyping", true);
        Map<String, ?> elsewhere =
                Map.of("participantId", "ada", "subject", Map.of("type", "lot", "id", Ids.next(), "title", "Another"));
        assertThat(List.of(
                        send("ada", id),
                        send("bob", id),
                        send("bob", chat.begin("ada", "bob")),
                        chat.post("ada", "/api/realtime/typing", typing),
                        chat.post("bob", "/api/realtime/typing", typing),
                        chat.post("bob", "/api/conversations", elsewhere),
                        chat.as("bob").patch("/api/messages/" + old.id(), "{\"text\":\"rude\"}", "1")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(403);
                    assertThat(answer.json().path("code").asString()).isEqualTo("blocked");
                });
        assertThat(chat.as("ada").get("/api/conversations/" + id).json().path("blockedByMe"))
                .hasToString("true");
        assertThat(chat.as("bob").get("/api/conversations/" + id).json().path("blockedByOther"))
                .hasToString("true");
        assertThat(chat.platform().bean(Conversations.class).areBlocked("bob", "ada"))
                .isTrue();

        assertThat(chat.as("bob").delete("/api/conversations/" + id + "/block").status())
                .isEqualTo(204);
        assertThat(send("bob", id).status()).isEqualTo(403);
        assertThat(chat.as("ada").delete("/api/conversations/" + id + "/block").status())
                .isEqualTo(204);
        assertThat(send("bob", id).status()).isEqualTo(201);
    }

    @Test
    void whoIsBlockedMayNotSubscribeAndWhoBlockedReadsOn() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        assertThat(authorized("bob", id)).isEqualTo(200);

        chat.as("ada").put("/api/conversations/" + id + "/block", "");

        assertThat(authorized("bob", id)).isEqualTo(403);
        assertThat(authorized("ada", id)).isEqualTo(200);
        assertThat(chat.as("bob").get("/api/conversations/" + id + "/messages").status())
                .isEqualTo(200);
    }

    @Test
    void whoIsBlockedDoesNotLearnWhatTheOtherReads() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        chat.send("bob", id, "hello?");
        try (Hearer cut = chat.followConversation("bob", id);
                Hearer adasList = chat.followUser("ada")) {
            chat.as("ada").put("/api/conversations/" + id + "/block", "");
            awaitClose(cut);

            assertThat(chat.post("ada", "/api/conversations/" + id + "/read", Map.of())
                            .json()
                            .path("unreadCount")
                            .asInt())
                    .isZero();

            assertThat(adasList.entry(id).path("unreadCount").asInt()).isZero();
            assertThat(chat.as("bob")
                            .get("/api/conversations/" + id)
                            .json()
                            .path("readSeq")
                            .propertyNames())
                    .containsExactly("bob");
            try (Hearer bobsList = chat.followUser("bob")) {
                chat.as("ada").delete("/api/conversations/" + id + "/block");
                chat.send("ada", id, "well");
                assertThat(bobsList.entry(id).path("lastMessage").path("text").asString())
                        .isEqualTo("well");
            }
        }
    }

    @Test
    void whoIsBlockedIsCutOffAndMayComeBackForTheRest() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        try (Hearer bob = chat.followConversation("bob", id);
                Hearer ada = chat.followConversation("ada", id)) {
            chat.as("ada").put("/api/conversations/" + id + "/block", "");

            assertThat(awaitClose(bob).code()).isEqualTo(CloseCode.RIGHTS_CHANGED.code());
            assertThat(authorized("bob", id)).isEqualTo(403);
            try (Hearer again = chat.followUser("bob")) {
                assertThat(again.client().socketId()).isNotEmpty();
            }
            ada.client().send("{\"event\":\"pusher:ping\",\"data\":{}}");
            RunningPlatform.heard(ada.client(), "pusher:pong");
        }
    }

    private static Received.Close awaitClose(Hearer hearer) {
        Received next = hearer.client().awaitAnything();
        while (!(next instanceof Received.Close)) {
            next = hearer.client().awaitAnything();
        }
        return (Received.Close) next;
    }
}
