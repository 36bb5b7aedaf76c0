package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class MessagesTest {
    private static final int SENDERS = 50;

    private final Chat chat;

    MessagesTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    private Answer send(String from, String id, String text) throws IOException, InterruptedException {
        return chat.post(from, "/api/conversations/" + id + "/messages", Map.of("text", text));
    }

    private JsonNode stored(String id) throws IOException, InterruptedException {
        return chat.as("bob")
                .get("/api/conversations/" + id + "/messages?limit=100")
                .json()
                .path("messages");
    }

    @Test
    void aMessageHasBothSpellings() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");

        JsonNode message = send("ada", id, "hello").json();

        assertThat(message.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "conversationId",
                        "seq",
                        "senderId",
                        "text",
                        "sentAt",
                        "clientId",
                        "editedAt",
                        "deletedAt",
                        "version",
                        "content",
                        "createdAt");
        assertThat(message.path("content").asString()).isEqualTo("hello");
        assertThat(message.path("sentAt").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(message.path("createdAt")).isEqualTo(message.path("sentAt"));
        assertThat(chat.post("bob", "/api/conversations/" + id + "/messages", Map.of("content", "hi"))
                        .json()
                        .path("text")
                        .asString())
                .isEqualTo("hi");
    }

    @Test
    void theShortRouteTellsOfTheSender() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        String clientId = Ids.next();

        Answer sent = chat.post(
                "ada", "/api/messages", Map.of("conversationId", id, "content", "hello", "clientId", clientId));
        Answer again =
                chat.post("ada", "/api/messages", Map.of("conversationId", id, "text", "hello", "clientId", clientId));

        assertThat(sent.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(sent.json());
        assertThat(sent.json().path("success").asBoolean()).isTrue();
        JsonNode message = sent.json().path("message");
        assertThat(message.path("content").asString()).isEqualTo("hello");
        assertThat(message.path("read").isBoolean()).isTrue();
        assertThat(message.path("sender").toString())
                .isEqualTo("{\"id\":\"ada\",\"firstName\":\"Ada\",\"lastName\":\"Seller\",\"imageUrl\":null}");
    }

    @Test
    void whatASenderSendsTwiceIsThereOnce() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Map<String, String> message = Map.of("text", "once", "clientId", Ids.next());
        String path = "/api/conversations/" + id + "/messages";

        Answer first = chat.post("ada", path, message);
        Answer second = chat.post("ada", path, message);
        Answer ofBob = chat.post("bob", path, message);
        Answer elsewhere = chat.post("ada", "/api/conversations/" + chat.begin("ada", "bob") + "/messages", message);

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(ofBob.status()).isEqualTo(201);
        assertThat(elsewhere.status()).isEqualTo(409);
        assertThat(stored(id)).hasSize(2);
    }

    @Test
    void theSameMessageFromManyRequestsAtOnceIsThereOnce()
            throws IOException, InterruptedException, ExecutionException {
        String id = chat.begin("ada", "bob");
        String clientId = Ids.next();
        Messages messages = chat.platform().bean(Messages.class);

        List<Message> sent = atOnce(
                10,
                number ->
                        messages.send(chat.account("ada"), id, "once", clientId).message());

        assertThat(sent).containsOnly(sent.getFirst());
        assertThat(stored(id)).hasSize(1);
    }

    private interface Sending {
        Message send(int number);
    }

    private static List<Message> atOnce(int times, Sending sending) throws InterruptedException, ExecutionException {
        List<Message> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<Message>> waiting = IntStream.range(0, times)
                    .mapToObj(number -> threads.submit(() -> sending.send(number)))
                    .toList();
            for (Future<Message> one : waiting) {
                sent.add(one.get());
            }
        }
        return sent;
    }

    @Test
    void fiftySendersAtOnceGetNumbersWithoutAGapAndTheCountsOfASequence()
            throws IOException, InterruptedException, ExecutionException {
        String together = chat.begin("ada", "bob");
        String oneByOne = chat.begin("ada", "bob");

        List<Message> sent =
                atOnce(SENDERS, number -> chat.send(number % 3 == 0 ? "bob" : "ada", together, "m" + number));
        for (int i = 0; i < SENDERS; i++) {
            chat.send(i % 3 == 0 ? "bob" : "ada", oneByOne, "m" + i);
        }

        List<Long> all = LongStream.rangeClosed(1, SENDERS).boxed().toList();
        assertThat(sent).extracting(Message::seq).containsExactlyInAnyOrderElementsOf(all);
        assertThat(stored(together)
                        .valueStream()
                        .map(message -> message.path("seq").asLong())
                        .toList())
                .isEqualTo(all);
        for (String user : List.of("ada", "bob")) {
            JsonNode one = chat.as(user).get("/api/conversations/" + together).json();
            JsonNode other = chat.as(user).get("/api/conversations/" + oneByOne).json();
            assertThat(one.path("unreadCount")).isEqualTo(other.path("unreadCount"));
            assertThat(one.path("lastSeq")).isEqualTo(other.path("lastSeq"));
        }
    }

    @Test
    void markupComesBackAsTheTextItIs() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        List<String> texts = List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=\"alert('x')\">",
                "javascript:alert(1)//\\u003c",
                "{{constructor}} ${7*7} </textarea>&lt;");

        for (String text : texts) {
            Answer sent = send("ada", id, text);
            assertThat(sent.json().path("text").asString()).isEqualTo(text);
            assertThat(sent.header("Content-Type")).startsWith("application/json");
            assertThat(sent.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }

        assertThat(stored(id)
                        .valueStream()
                        .map(message -> message.path("text").asString())
                        .toList())
                .isEqualTo(texts);
    }

    @Test
    void whatNobodySeesIsTakenOut() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");

        Answer sent = chat.as("ada")
                .post(
                        "/api/conversations/" + id + "/messages",
                        "{\"text\":\"a\\u0000b\\u202Ec\\u2066d\\u0007\\r\\ne\\tf\\uD83D \"}");

        assertThat(sent.json().path("text").asString()).isEqualTo("abcd\ne\tf");
        assertThat(send("ada", id, "\u202E\u0001 ").status()).isEqualTo(400);
        assertThat(send("ada", id, " ").status()).isEqualTo(400);
    }

    @Test
    void aMessageHasAtMost4000CharactersAnd8192Bytes() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");

        assertThat(send("ada", id, "x".repeat(4000)).status()).isEqualTo(201);
        assertThat(send("ada", id, "x".repeat(4001)).json().path("code").asString())
                .isEqualTo("too_long");
        assertThat(send("ada", id, "€".repeat(2730)).status()).isEqualTo(201);
        assertThat(send("ada", id, "€".repeat(2731)).json().path("code").asString())
                .isEqualTo("too_long");
    }

    @Test
    void onlyTheSenderEditsAndNobodyUnseen() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Message message = chat.send("ada", id, "helo");
        String path = "/api/messages/" + message.id();
        Caller ada = chat.as("ada");

        Answer ofBob = chat.as("bob").patch(path, "{\"text\":\"x\"}", "1");
        Answer edited = ada.patch(path, "{\"text\":\"hello\"}", "1");
        Answer stale = ada.patch(path, "{\"text\":\"hallo\"}", "1");
        Answer same = ada.patch(path, "{\"text\":\"hello\"}", "2");

        assertThat(ofBob.status()).isEqualTo(403);
        assertThat(edited.status()).isEqualTo(200);
        assertThat(edited.header("ETag")).isEqualTo("\"2\"");
        assertThat(edited.json().path("version").asInt()).isEqualTo(2);
        assertThat(edited.json().path("editedAt").isString()).isTrue();
        assertThat(stale.status()).isEqualTo(412);
        assertThat(same.json().path("version").asInt()).isEqualTo(2);
        assertThat(stored(id).path(0).path("text").asString()).isEqualTo("hello");
    }

    @Test
    void aDeletedMessageLeavesItsPlace() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Message message = chat.send("ada", id, "regrettable");
        String path = "/api/messages/" + message.id();

        assertThat(chat.as("bob").delete(path).status()).isEqualTo(403);
        assertThat(chat.as("ada").delete(path).status()).isEqualTo(204);
        assertThat(chat.as("ada").delete(path).status()).isEqualTo(204);

        JsonNode left = stored(id).path(0);
        assertThat(left.path("text").asString()).isEmpty();
        assertThat(left.path("deletedAt").isString()).isTrue();
        assertThat(left.path("version").asInt()).isEqualTo(2);
        assertThat(chat.as("ada").patch(path, "{\"text\":\"x\"}", "").status()).isEqualTo(409);
        assertThat(chat.as("bob")
                        .get("/api/conversations/" + id)
                        .json()
                        .path("unreadCount")
                        .asInt())
                .isZero();
    }

    @Test
    void tooManyMessagesHaveToWait() throws IOException, InterruptedException {
        String id = chat.begin("cleo", "dan");

        Answer last = send("cleo", id, "spam");
        for (int i = 0; i < 200 && last.status() != 429; i++) {
            last = send("cleo", id, "spam");
        }

        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After"))).isBetween(1, 20);
        assertThat(send("dan", id, "calm").status()).isEqualTo(201);
    }
}
