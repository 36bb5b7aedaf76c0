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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class ConversationEventsTest {
    private final Chat chat;

    ConversationEventsTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    private Hearer conversation(String name, String id) throws IOException, InterruptedException {
        return chat.follow(name, "private-conversation-" + id);
    }

    private Hearer user(String name) throws IOException, InterruptedException {
        return chat.follow(name, "private-user-" + name);
    }

    private int unread(String name) throws IOException, InterruptedException {
        return chat.as(name)
                .get("/api/messages/unread-count")
                .json()
                .path("unreadCount")
                .asInt();
    }

    /** The next total of unread messages that the user is told. */
    private static int unreadTold(Hearer user) {
        JsonNode counts = user.next("unread:changed").dataJson();
        while (!counts.has("conversations")) {
            counts = user.next("unread:changed").dataJson();
        }
        return counts.path("conversations").asInt();
    }

    private static JsonNode entry(Hearer user, String conversation) {
        JsonNode entry = user.next("conversation:updated").dataJson();
        while (!entry.path("conversationId").asString().equals(conversation)) {
            entry = user.next("conversation:updated").dataJson();
        }
        return entry;
    }

    @Test
    void aMessageIsToldInBothDialects() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        try (Hearer bob = conversation("bob", id)) {
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
    void eachParticipantsListIsToldWithTheirOwnCount() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        int before = unread("bob");
        try (Hearer ada = user("ada");
                Hearer bob = user("bob")) {
            chat.send("ada", id, "hi");

            JsonNode ofAda = entry(ada, id);
            JsonNode ofBob = entry(bob, id);
            assertThat(ofBob.propertyNames())
                    .containsExactlyInAnyOrder("conversationId", "lastMessage", "unreadCount", "participants");
            assertThat(ofBob.path("lastMessage").propertyNames())
                    .containsExactlyInAnyOrder("id", "text", "sentAt", "senderId");
            assertThat(ofBob.path("participants").toString())
                    .isEqualTo("[{\"id\":\"ada\",\"name\":\"Ada Seller\"},{\"id\":\"bob\",\"name\":\"Bob Buyer\"}]");
            assertThat(ofAda.path("unreadCount").asInt()).isZero();
            assertThat(ofBob.path("unreadCount").asInt()).isEqualTo(1);
            assertThat(unreadTold(bob)).isEqualTo(before + 1).isEqualTo(unread("bob"));
        }
    }

    @Test
    void aNewConversationIsInBothListsAtOnce() throws IOException, InterruptedException {
        try (Hearer bob = user("bob")) {
            JsonNode begun = chat.post(
                            "ada",
                            "/api/conversations",
                            Map.of(
                                    "participantId",
                                    "bob",
                                    "subject",
                                    Map.of("type", "lot", "id", Ids.next(), "title", "Lamp")))
                    .json();

            JsonNode entry = entry(bob, begun.path("id").asString());
            assertThat(entry.path("lastMessage").isNull()).isTrue();
            assertThat(entry.path("unreadCount").asInt()).isZero();
        }
    }

    @Test
    void theApplicationItselfWritesToBoth() throws IOException, InterruptedException {
        try (Hearer ada = user("ada");
                Hearer bob = user("bob")) {
            String id = chat.platform()
                    .bean(Conversations.class)
                    .begin(new Subject("lot", Ids.next(), "Lamp"), "ada", "bob", "Bob Buyer has won.");

            for (Hearer each : List.of(ada, bob)) {
                JsonNode entry = entry(each, id);
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
        int before = unread("bob");
        try (Hearer ada = conversation("ada", id);
                Hearer bob = user("bob")) {
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
            assertThat(entry(bob, id).path("unreadCount").asInt()).isEqualTo(1);
            assertThat(unreadTold(bob)).isEqualTo(before - 2);
            assertThat(unreadTold(bob)).isEqualTo(before - 3);
            JsonNode seen = chat.as("ada").get("/api/conversations/" + id).json();
            assertThat(seen.path("readSeq").path("bob").asLong()).isEqualTo(3);
        }
    }

    @Test
    void editingAndDeletingAreTold() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Message message = chat.send("ada", id, "helo");
        try (Hearer bob = conversation("bob", id);
                Hearer list = user("bob")) {
            chat.as("ada").patch("/api/messages/" + message.id(), "{\"text\":\"hello\"}", "1");
            ReceivedFrame updated = bob.next();
            assertThat(updated.event()).isEqualTo("message:updated");
            assertThat(updated.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "conversationId", "text", "editedAt", "version");
            assertThat(entry(list, id).path("lastMessage").path("text").asString())
                    .isEqualTo("hello");

            chat.as("ada").delete("/api/messages/" + message.id());
            ReceivedFrame deleted = bob.next();
            assertThat(deleted.event()).isEqualTo("message:deleted");
            assertThat(deleted.dataJson().propertyNames())
                    .containsExactlyInAnyOrder("id", "conversationId", "deletedAt");
            JsonNode entry = entry(list, id);
            assertThat(entry.path("lastMessage").path("text").asString()).isEmpty();
            assertThat(entry.path("unreadCount").asInt()).isZero();
            assertThat(unreadTold(list)).isEqualTo(unread("bob"));
        }
    }

    @Test
    void whatIsTooLongForAnEventIsToldByItsId() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        String quotes = "\"\\".repeat(2000);
        String longest = "€".repeat(2096) + "\"".repeat(1904);
        try (Hearer bob = conversation("bob", id);
                Hearer list = user("bob")) {
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
            entry(list, id);
            assertThat(entry(list, id).path("lastMessage").path("text").asString())
                    .isEqualTo("€".repeat(499) + "…");
            chat.platform().bean(Messages.class).edit("ada", second.id(), "\"" + longest.substring(0, 3999), null);
            assertThat(bob.next("message:updated").dataJson().path("truncated").asBoolean())
                    .isTrue();
            assertThat(second.text()).isEqualTo(longest);
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
        assertThat(told).isEqualTo("{\"conversations\":" + unread("bob") + "}");
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

    /** H2 spins while it waits for a row: as many virtual threads as there are processors would keep its holder from ever going on. */
    @Test
    void requestsDoNotRunOnVirtualThreads() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        BlockingQueue<Boolean> virtual = new LinkedBlockingQueue<>();
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof PayloadApplicationEvent<?> carrier
                    && carrier.getPayload() instanceof MessageReceived) {
                virtual.add(Thread.currentThread().isVirtual());
            }
        };
        chat.platform().bean(ApplicationEventMulticaster.class).addApplicationListener(listener);

        chat.post("ada", "/api/conversations/" + id + "/messages", Map.of("text", "hi"));

        assertThat(virtual).containsExactly(false);
    }

    @Test
    void otherModulesAreToldInTheTransactionWhoWasWrittenTo() throws InterruptedException {
        String id = chat.begin("ada", "bob");
        BlockingQueue<MessageReceived> told = new LinkedBlockingQueue<>();
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof PayloadApplicationEvent<?> carrier
                    && carrier.getPayload() instanceof MessageReceived received
                    && TransactionSynchronizationManager.isActualTransactionActive()) {
                told.add(received);
            }
        };
        chat.platform().bean(ApplicationEventMulticaster.class).addApplicationListener(listener);

        chat.send("ada", id, "x".repeat(600));

        assertThat(told.poll(5, TimeUnit.SECONDS))
                .isEqualTo(new MessageReceived("bob", "Ada Seller", id, "x".repeat(499) + "…"));
        assertThat(told).isEmpty();
    }
}
