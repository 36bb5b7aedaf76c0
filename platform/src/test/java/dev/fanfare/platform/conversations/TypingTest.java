package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.embedded.EmbeddedRealtimeService;
import dev.fanfare.platform.Database;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.conversations.Chat.Hearer;
import dev.fanfare.sdk.RealtimeService;
import dev.fanfare.testkit.ReceivedFrame;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class TypingTest {
    private static final String ROUTE = "/api/realtime/typing";

    private final Chat chat;

    TypingTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    @Test
    void typingIsToldOfWhoeverIsSignedInAndKeptNowhere() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        try (Hearer bob = chat.followConversation("bob", id)) {
            assertThat(chat.post("ada", ROUTE, Map.of("conversationId", id, "isTyping", true, "userId", "cleo"))
                            .status())
                    .isEqualTo(204);
            chat.post("ada", ROUTE, Map.of("conversationId", id, "isTyping", false));

            ReceivedFrame typing = bob.next();
            assertThat(typing.event()).isEqualTo("typing");
            assertThat(typing.data())
                    .isEqualTo("{\"conversationId\":\"" + id + "\",\"userId\":\"ada\",\"isTyping\":true}");
            assertThat(bob.next().event()).isEqualTo("typing:start");
            assertThat(bob.next().dataJson().path("isTyping").asBoolean()).isFalse();
            assertThat(bob.next().event()).isEqualTo("typing:stop");
        }
        assertThat(chat.platform()
                        .bean(JdbcClient.class)
                        .sql("select count(*) from channel_event where channel = ?")
                        .param("private-conversation-" + id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theConnectionOfWhoeverTypesHearsNothingOfIt() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        try (Hearer ada = chat.followConversation("ada", id);
                Hearer bob = chat.followConversation("bob", id)) {
            chat.post(
                    "ada",
                    ROUTE,
                    Map.of(
                            "conversationId",
                            id,
                            "isTyping",
                            true,
                            "socketId",
                            ada.client().socketId()));

            assertThat(bob.next().event()).isEqualTo("typing");
            assertThat(bob.next().event()).isEqualTo("typing:start");
            chat.post("bob", ROUTE, Map.of("conversationId", id, "isTyping", true));
            assertThat(ada.next().dataJson().path("userId").asString()).isEqualTo("bob");
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");

        assertThat(chat.post("ada", ROUTE, Map.of("conversationId", id)).status())
                .isEqualTo(400);
        assertThat(chat.post("ada", ROUTE, Map.of("conversationId", id, "isTyping", true, "socketId", "x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoTypesTooOftenHasToWait() throws IOException, InterruptedException {
        Map<String, ?> typing = Map.of("conversationId", chat.begin("cleo", "dan"), "isTyping", true);

        Answer last = chat.post("cleo", ROUTE, typing);
        for (int i = 0; i < 100 && last.status() != 429; i++) {
            last = chat.post("cleo", ROUTE, typing);
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 10);
    }

    @Test
    void aStoppedServerFailsNoRequest() throws IOException, InterruptedException {
        try (RunningPlatform other = RunningPlatform.on(Database.H2)) {
            Chat there = new Chat(other);
            String id = there.begin("ada", "bob");
            other.bean(RealtimeService.class)
                    .unwrap(EmbeddedRealtimeService.class)
                    .close();

            assertThat(there.post("ada", ROUTE, Map.of("conversationId", id, "isTyping", true))
                            .status())
                    .isEqualTo(204);
            assertThat(there.post("ada", "/api/conversations/" + id + "/messages", Map.of("text", "kept"))
                            .status())
                    .isEqualTo(201);
        }
    }
}
