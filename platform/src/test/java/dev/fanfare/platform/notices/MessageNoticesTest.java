package dev.fanfare.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Caller;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class MessageNoticesTest {
    private final RunningPlatform platform;

    MessageNoticesTest(RunningPlatform platform) {
        this.platform = platform;
    }

    @Test
    void whoHasReadTheConversationHasReadItsNotificationAndNoOther() throws IOException, InterruptedException {
        Caller cleo = Callers.of(platform, "cleo");
        Caller bob = Callers.of(platform, "bob");
        String one = begin(cleo, "one");
        String other = begin(cleo, "other");
        cleo.post("/api/conversations/" + one + "/messages", "{\"text\":\"Is it still there?\"}");
        cleo.post("/api/conversations/" + one + "/messages", "{\"text\":\"Hello?\"}");
        cleo.post("/api/conversations/" + other + "/messages", "{\"text\":\"And this?\"}");
        assertThat(unread(bob, one)).isOne();
        int before = count(bob);

        bob.post("/api/conversations/" + one + "/read", "{}");

        assertThat(unread(bob, one)).isZero();
        assertThat(unread(bob, other)).isEqualTo(1);
        assertThat(count(bob)).isEqualTo(before - 1);
    }

    @Test
    void whoHasReadSomeOfTheConversationKeepsItsNotification() throws IOException, InterruptedException {
        Caller cleo = Callers.of(platform, "cleo");
        Caller bob = Callers.of(platform, "bob");
        String id = begin(cleo, "long");
        cleo.post("/api/conversations/" + id + "/messages", "{\"text\":\"First\"}");
        cleo.post("/api/conversations/" + id + "/messages", "{\"text\":\"Second\"}");

        bob.post("/api/conversations/" + id + "/read", "{\"seq\":1}");

        assertThat(unread(bob, id)).isOne();
        bob.post("/api/conversations/" + id + "/read", "{\"seq\":2}");
        assertThat(unread(bob, id)).isZero();
    }

    @Test
    void unreadMessagesOfAConversationAreOneNotificationWithTheNewestWords() throws IOException, InterruptedException {
        Caller cleo = Callers.of(platform, "cleo");
        Caller bob = Callers.of(platform, "bob");
        String id = begin(cleo, "chatty");
        cleo.post("/api/conversations/" + id + "/messages", "{\"text\":\"First\"}");
        bob.patch("/api/notifications/seen-all", "", "");
        int before = count(bob);

        cleo.post("/api/conversations/" + id + "/messages", "{\"text\":\"Second\"}");

        JsonNode meta = bob.get("/api/notifications").json();
        assertThat(meta.path("data").path(0).path("message").asString()).isEqualTo("Second");
        assertThat(meta.path("meta").path("unseenCount").asInt()).isOne();
        assertThat(count(bob)).isEqualTo(before);
        assertThat(unread(bob, id)).isOne();
    }

    private static String begin(Caller caller, String subject) throws IOException, InterruptedException {
        return caller.post(
                        "/api/conversations",
                        "{\"participantId\":\"bob\",\"subject\":{\"type\":\"test\",\"id\":\"" + subject
                                + "\",\"title\":\"Test\"}}")
                .json()
                .path("id")
                .asString();
    }

    private static long unread(Caller caller, String conversation) throws IOException, InterruptedException {
        JsonNode page = caller.get("/api/notifications?limit=100&read=false").json();
        return page.path("data")
                .valueStream()
                .filter(notification -> conversation.equals(
                        notification.path("metadata").path("conversationId").asString("")))
                .count();
    }

    private static int count(Caller caller) throws IOException, InterruptedException {
        return caller.get("/api/notifications")
                .json()
                .path("meta")
                .path("unreadCount")
                .asInt();
    }
}
