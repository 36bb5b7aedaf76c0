package dev.fanfare.platform.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.web.Ids;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@OnEachDatabase
class ConversationRoutesTest {
    private final Chat chat;

    ConversationRoutesTest(RunningPlatform platform) {
        chat = new Chat(platform);
    }

    private static Map<String, ?> about(String participant, String subjectId) {
        return Map.of("participantId", participant, "subject", Map.of("type", "lot", "id", subjectId, "title", "Lamp"));
    }

    private static List<String> texts(JsonNode messages) {
        return messages.valueStream()
                .map(message -> message.path("text").asString())
                .toList();
    }

    @Test
    void thePairAndSubjectHaveOneConversationWhoeverBegins() throws IOException, InterruptedException {
        String subject = Ids.next();

        Answer begun = chat.post("bob", "/api/conversations", about("ada", subject));
        Answer again = chat.post("ada", "/api/conversations", about("bob", subject));
        Answer otherSubject = chat.post("ada", "/api/conversations", about("bob", subject + "2"));
        Answer noSubject = chat.post("ada", "/api/conversations", Map.of("participantId", "dan"));
        Answer noSubjectAgain = chat.post("dan", "/api/conversations", Map.of("participantId", "ada"));

        assertThat(begun.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        String id = begun.json().path("id").asString();
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(otherSubject.json().path("id").asString()).isNotEqualTo(id);
        assertThat(noSubject.json().path("subject").isNull()).isTrue();
        assertThat(noSubjectAgain.json().path("id").asString())
                .isEqualTo(noSubject.json().path("id").asString());
    }

    @Test
    void aConversationIsShownAsTheOneWhoAsksSeesIt() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        chat.send("ada", id, "one");
        Message last = chat.send("ada", id, "two");

        Answer ada = chat.as("ada").get("/api/conversations/" + id);
        JsonNode bob = chat.as("bob").get("/api/conversations/" + id).json();

        assertThat(ada.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "subject",
                        "participants",
                        "lastMessage",
                        "unreadCount",
                        "blockedByMe",
                        "blockedByOther",
                        "readSeq",
                        "lastSeq",
                        "updatedAt");
        assertThat(ada.json().path("unreadCount").asInt()).isZero();
        assertThat(bob.path("unreadCount").asInt()).isEqualTo(2);
        assertThat(bob.path("participants").toString())
                .isEqualTo("[{\"id\":\"ada\",\"name\":\"Ada Seller\",\"avatar\":null},"
                        + "{\"id\":\"bob\",\"name\":\"Bob Buyer\",\"avatar\":null}]");
        assertThat(bob.path("lastMessage").propertyNames())
                .containsExactlyInAnyOrder("id", "text", "sentAt", "senderId");
        assertThat(bob.path("lastMessage").path("id").asString()).isEqualTo(last.id());
        assertThat(bob.path("lastSeq").asLong()).isEqualTo(2);
        assertThat(bob.path("readSeq").path("bob").asLong()).isZero();
    }

    @Test
    void nobodyBeginsOneWithSomebodyOfAnotherTenantOrWithThemselves() throws IOException, InterruptedException {
        assertThat(chat.post("ada", "/api/conversations", about("eve", "x")).status())
                .isEqualTo(404);
        assertThat(chat.post("eve", "/api/conversations", about("ada", "x")).status())
                .isEqualTo(404);
        assertThat(chat.post("ada", "/api/conversations", about("nobody", "x")).status())
                .isEqualTo(404);
        assertThat(chat.post("ada", "/api/conversations", about("ada", "x")).status())
                .isEqualTo(400);
        assertThat(chat.post("ada", "/api/conversations", about("bob", "no id")).status())
                .isEqualTo(400);
    }

    @Test
    void aTitleThatNobodySeesIsRefused() throws IOException, InterruptedException {
        Map<String, ?> subject = Map.of("type", "lot", "id", Ids.next(), "title", "\u200E");

        assertThat(chat.post("ada", "/api/conversations", Map.of("participantId", "bob", "subject", subject))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void toStrangersNothingIsThere() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        Message message = chat.send("ada", id, "a secret of two");
        Caller cleo = chat.as("cleo");
        String conversation = "/api/conversations/" + id;
        String text = "{\"text\":\"x\"}";

        assertThat(List.of(
                        cleo.get(conversation),
                        cleo.get(conversation + "/messages"),
                        cleo.post(conversation + "/messages", text),
                        cleo.post("/api/messages", "{\"conversationId\":\"" + id + "\",\"content\":\"x\"}"),
                        cleo.patch("/api/messages/" + message.id(), text, "1"),
                        cleo.delete("/api/messages/" + message.id()),
                        cleo.post("/api/messages/" + message.id() + "/read", "{}"),
                        cleo.post(conversation + "/read", "{}"),
                        cleo.put(conversation + "/block", ""),
                        cleo.delete(conversation + "/block"),
                        cleo.post("/api/realtime/typing", "{\"conversationId\":\"" + id + "\",\"isTyping\":true}")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(404);
                    assertThat(answer.json().path("code").asString()).isEqualTo("not_found");
                });
        assertThat(cleo.get("/api/conversations").body()).doesNotContain(id);
        assertThat(cleo.get("/api/conversations/search?q=secret+of+two").json().path("messages"))
                .isEmpty();
        assertThat(cleo.get("/api/realtime/events?channel=private-conversation-" + id)
                        .status())
                .isEqualTo(403);
        assertThat(cleo.post(
                                "/api/pusher/auth",
                                "{\"socket_id\":\"1.1\",\"channel_name\":\"private-conversation-" + id + "\"}")
                        .status())
                .isEqualTo(403);
        assertThat(chat.platform().asNobody().get(conversation).status()).isEqualTo(401);
    }

    @Test
    void theListIsPagedWithoutGapsTheNewestFirst() throws IOException, InterruptedException {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.addFirst(chat.begin("cleo", "dan"));
        }
        String touched = begun.getLast();
        chat.send("dan", touched, "up again");
        begun.remove(touched);

        List<String> seen = new ArrayList<>();
        List<String> times = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = chat.as("cleo")
                    .get("/api/conversations?limit=2&cursor=" + next)
                    .json();
            page.path("conversations").forEach(one -> {
                seen.add(one.path("id").asString());
                times.add(one.path("updatedAt").asString());
            });
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().startsWith(touched).containsAll(begun);
        assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(chat.as("cleo").get("/api/conversations?cursor=x").status()).isEqualTo(400);
        assertThat(chat.as("cleo").get("/api/conversations?limit=101").status()).isEqualTo(400);
    }

    @Test
    void theListIsFoundByTitleAndByTheOthersName() throws IOException, InterruptedException {
        String id = chat.platform()
                .bean(Conversations.class)
                .begin(new Subject("lot", Ids.next(), "100% Brass_lamp!"), "ada", "dan", null);

        assertThat(chat.as("ada").get("/api/conversations?q=0%25+brass_L").body())
                .contains(id);
        assertThat(chat.as("dan").get("/api/conversations?q=ada+sell").body()).contains(id);
        assertThat(chat.as("dan").get("/api/conversations?q=+ada%00+sell").body())
                .contains(id);
        assertThat(chat.as("ada").get("/api/conversations?q=%25%25").body()).doesNotContain(id);
        assertThat(chat.as("ada").get("/api/conversations?q=ada+sell").body()).doesNotContain(id);
    }

    @Test
    void messagesArePagedBothWays() throws IOException, InterruptedException {
        String id = chat.begin("ada", "bob");
        for (int i = 1; i <= 5; i++) {
            chat.send("ada", id, "m" + i);
        }
        String path = "/api/conversations/" + id + "/messages";
        Caller bob = chat.as("bob");

        JsonNode newest = bob.get(path + "?limit=2").json();
        JsonNode older = bob.get(path + "?limit=2&before=4").json();
        JsonNode oldest = bob.get(path + "?limit=2&before=2").json();
        JsonNode after = bob.get(path + "?limit=2&after=2").json();
        JsonNode last = bob.get(path + "?limit=2&after=4").json();

        assertThat(texts(newest.path("messages"))).containsExactly("m4", "m5");
        assertThat(newest.path("hasMore").asBoolean()).isTrue();
        assertThat(texts(older.path("messages"))).containsExactly("m2", "m3");
        assertThat(older.path("hasMore").asBoolean()).isTrue();
        assertThat(texts(oldest.path("messages"))).containsExactly("m1");
        assertThat(oldest.path("hasMore").asBoolean()).isFalse();
        assertThat(texts(after.path("messages"))).containsExactly("m3", "m4");
        assertThat(after.path("hasMore").asBoolean()).isTrue();
        assertThat(texts(last.path("messages"))).containsExactly("m5");
        assertThat(last.path("hasMore").asBoolean()).isFalse();
        assertThat(bob.get(path + "?after=1&before=3").status()).isEqualTo(400);
        assertThat(bob.get(path + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void searchFindsWhatOneMayReadAndTakesSignsForThemselves() throws IOException, InterruptedException {
        String mark = Ids.next();
        String id = chat.begin("ada", "bob");
        Message old = chat.send("ada", id, mark + " Ähnlich 100%");
        chat.platform()
                .bean(JdbcClient.class)
                .sql("update message set sent_at = ? where id = ?")
                .params(old.sentAt().minusSeconds(1).atOffset(ZoneOffset.UTC), old.id())
                .update();
        chat.send("bob", id, mark + " ähnlich 1000");
        Message gone = chat.send("bob", id, mark + " gone");
        chat.platform().bean(Messages.class).delete("bob", gone.id());
        chat.send("cleo", chat.begin("cleo", "dan"), mark + " of others");

        assertThat(found("ada", mark + " ÄHN")).containsExactly(mark + " ähnlich 1000", mark + " Ähnlich 100%");
        assertThat(found("ada", "100%")).containsExactly(mark + " Ähnlich 100%");
        assertThat(found("ada", mark + "_")).isEmpty();
        assertThat(found("ada", mark + " gone")).isEmpty();
        assertThat(chat.as("ada").get("/api/conversations/search?q=+").status()).isEqualTo(400);
    }

    private List<String> found(String who, String what) throws IOException, InterruptedException {
        List<String> texts = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = chat.as(who)
                    .get("/api/conversations/search?limit=1&cursor=" + next + "&q="
                            + URLEncoder.encode(what, StandardCharsets.UTF_8))
                    .json();
            texts.addAll(texts(page.path("messages")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return texts;
    }

    @Test
    void otherModulesKnowWhoWritesToWhom() {
        Subject subject = new Subject("lot", Ids.next(), "Lamp");
        Conversations conversations = chat.platform().bean(Conversations.class);

        String id = conversations.begin(subject, "dan", "bob", "Sold.");

        assertThat(conversations.begin(subject, "bob", "dan", null)).isEqualTo(id);
        assertThat(conversations.find("lot", subject.id(), "bob", "dan")).isEqualTo(id);
        assertThat(conversations.find("lot", subject.id(), "bob", "ada")).isNull();
        assertThat(conversations.partnersOf("dan")).contains("bob").doesNotContain("dan", "eve");
    }
}
