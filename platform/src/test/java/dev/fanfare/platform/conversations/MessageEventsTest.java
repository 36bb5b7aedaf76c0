package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.conversations.Chat.Hearer;
import dev.fanfare.testkit.ReceivedFrame;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

/** What is told of messages: to who follows their conversation, and to other modules. */
@OnEachDatabase
class MessageEventsTest {
    private final Chat chat;

    MessageEventsTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    @Test
    void aMessageIsToldInBothDialects() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        try (Hearer bob = chat.followConversation("bob", id)) {
            JsonNode sent = chat.post("ada", "/api/conversations/" + id + "/messages", Map.of("text", "<b>hi</b>"))
                    .json();

            ReceivedFrame frame = bob.next();
            assertThat(frame.event()).isEqualTo("message:new");
            assertThat(frame.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "text", "sentAt", "senderId", "conversationId");
            assertThat(frame.dataJson().path("id")).isEqualTo(sent.path("id"));
            assertThat(frame.dataJson().path("text").asString()).isEqualTo("<b>hi</b>");
            assertThat(frame.dataJson().path("sentAt")).isEqualTo(sent.path("sentAt"));
            ReceivedFrame alias = bob.next();
            assertThat(alias.event()).isEqualTo("new-message");
            assertThat(alias.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "conversationId", "senderId", "content", "createdAt");
        }
    }

    @Test
    void editingAndDeletingAreTold() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Message message = chat.send("ada", id, "helo");
        try (Hearer bob = chat.followConversation("bob", id);
                Hearer list = chat.followUser("bob")) {
            chat.as("ada").patch("/api/messages/" + message.id(), "{\"text\":\"hello\"}", "1");
            ReceivedFrame updated = bob.next();
            assertThat(updated.event()).isEqualTo("message:updated");
            assertThat(updated.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "conversationId", "text", "editedAt", "version");
            assertThat(list.entry(id).path("lastMessage").path("text").asString())
                    .isEqualTo("hello");

            chat.as("ada").delete("/api/messages/" + message.id());
            ReceivedFrame deleted = bob.next();
            assertThat(deleted.event()).isEqualTo("message:deleted");
            assertThat(deleted.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "conversationId", "deletedAt");
            JsonNode entry = list.entry(id);
            assertThat(entry.path("lastMessage").path("text").asString()).isEmpty();
            assertThat(entry.path("unreadCount").asInt()).isZero();
            assertThat(list.unreadTold()).isEqualTo(chat.unread("bob"));
        }
    }

    @Test
    void whatIsTooLongForAnEventIsToldByItsId() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        String quotes = "\"\\".repeat(2000);
        String longest = "€".repeat(2096) + "\"".repeat(1904);
        try (Hearer bob = chat.followConversation("bob", id);
                Hearer list = chat.followUser("bob")) {
            chat.send("ada", id, quotes);
            assertThat(bob.next("new-message").dataJson().path("content").asString())
                    .isEqualTo(quotes);
            Message second = chat.send("ada", id, longest);

            for (String event : List.of("message:new", "new-message")) {
                ReceivedFrame frame = bob.next();
                assertThat(frame.event()).isEqualTo(event);
                assertThat(frame.data())
                        .isEqualTo("{\"id\":\"" + second.id() + "\",\"conversationId\":\"" + id
                                + "\",\"truncated\":true}");
            }
            list.entry(id);
            assertThat(list.entry(id).path("lastMessage").path("text").asString())
                    .isEqualTo("€".repeat(499) + "…");
            String edited = "\"" + longest.substring(0, 3999);
            chat.platform().bean(Messages.class).edit("ada", second.id(), edited, null);
            assertThat(bob.next("message:updated").dataJson().path("truncated").asBoolean())
                    .isTrue();
            assertThat(chat.as("bob")
                            .get("/api/conversations/" + id + "/messages")
                            .json()
                            .at("/messages/1/text")
                            .asString())
                    .isEqualTo(edited);
        }
    }

    @Test
    void whoWasAwayFindsTheEventsInTheLog() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Message message = chat.send("ada", id, "while you were out");

        JsonNode log = chat.as("bob")
                .get("/api/realtime/events?after=0&channel=private-conversation-" + id)
                .json();

        assertThat(log.path("complete").asBoolean()).isTrue();
        assertThat(log.path("events").path(0).path("event").asString()).isEqualTo("message:new");
        assertThat(log.path("events").path(0).path("data").path("id").asString())
                .isEqualTo(message.id());
    }

    private interface Writing {
        void write() throws IOException, InterruptedException;
    }

    /** Listens as other modules do while something is written. */
    private void hearing(Consumer<MessageReceived> listener, Writing writing) throws IOException, InterruptedException {
        ApplicationListener<ApplicationEvent> wrapped = event -> {
            if (event instanceof PayloadApplicationEvent<?> carrier
                    && carrier.getPayload() instanceof MessageReceived received) {
                listener.accept(received);
            }
        };
        ApplicationEventMulticaster events = chat.platform().bean(ApplicationEventMulticaster.class);
        events.addApplicationListener(wrapped);
        try {
            writing.write();
        } finally {
            events.removeApplicationListener(wrapped);
        }
    }

    /** H2 spins while it waits for a row: as many virtual threads as there are processors would keep its holder from ever going on. */
    @Test
    void requestsDoNotRunOnVirtualThreads() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        List<Boolean> virtual = new CopyOnWriteArrayList<>();

        hearing(
                _ -> virtual.add(Thread.currentThread().isVirtual()),
                () -> chat.post("ada", "/api/conversations/" + id + "/messages", Map.of("text", "hi")));

        assertThat(virtual).containsExactly(false);
    }

    @Test
    void otherModulesAreToldInTheTransactionWhoWasWrittenTo() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        List<MessageReceived> told = new CopyOnWriteArrayList<>();

        hearing(
                received -> {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isTrue();
                    told.add(received);
                },
                () -> chat.send("ada", id, "x".repeat(600)));

        assertThat(told)
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("messageId")
                .isEqualTo(new MessageReceived("bob", "Ada Seller", id, "", "x".repeat(499) + "…"));
    }
}
