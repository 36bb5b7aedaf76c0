package dev.fanfare.platform.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Database;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.carrier.TwilioCalls;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Two agents and somebody who texts them, as Pusher's own clients witness it. */
class InboxScenarioTest {
    private static final String LINE = "+12025550100";
    private static final String NUMBER = "+442079460188";

    /** What an agent's window hears: of the contact, of its viewers, and for the list. */
    private record Window(Witness agent, Heard contact, Heard viewers, Heard list) implements AutoCloseable {
        static Window open(Caller agent, String name, String contact) throws InterruptedException {
            Witness witness = new Witness(agent);
            return new Window(
                    witness,
                    witness.follow("private-contact-" + contact),
                    witness.follow("presence-contact-" + contact),
                    witness.follow("private-user-" + name));
        }

        @Override
        public void close() {
            agent.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTextIsSeenReadNotedAndAnsweredInBothWindows(Database database) throws Exception {
        try (RunningPlatform platform = RunningPlatform.on(database)) {
            Caller dan = platform.as("dan");
            Caller ada = platform.as("ada");
            TwilioCalls twilio = new TwilioCalls(platform);
            String contact = json(dan.post(
                            "/api/contacts", "{\"phone\":\"" + NUMBER + "\",\"teamId\":\"team_support\"}"))
                    .path("id")
                    .asString();
            try (Window dans = Window.open(dan, "dan", contact);
                    Window adas = Window.open(ada, "ada", contact)) {
                assertThat(dans.viewers.until(Heard.JOINED).data()).isEqualTo("ada");

                comes(twilio, List.of(dans, adas), contact);
                isRead(ada, dans, adas, contact);
                isNoted(dan, adas, contact);
                isAnswered(dan, twilio, adas, contact);
            }
            assertThat(platform.as("bob").get("/api/contacts/" + contact).status())
                    .isEqualTo(404);
        }
    }

    /** Once, however often Twilio tells it, and never if somebody else does. */
    private static void comes(TwilioCalls twilio, List<Window> windows, String contact)
            throws IOException, InterruptedException {
        Map<String, String> form = TwilioCalls.form(TwilioCalls.sid(), NUMBER, LINE, "Is it still there?");
        assertThat(twilio.post("/api/webhooks/twilio", form, "forged").status()).isEqualTo(403);
        assertThat(twilio.text(form).status()).isEqualTo(200);
        assertThat(twilio.text(form).status()).isEqualTo(200);

        for (Window window : windows) {
            JsonNode message = window.contact.until("message:created").json();
            assertThat(message.path("body").asString()).isEqualTo("Is it still there?");
            assertThat(message.path("direction").asString()).isEqualTo("inbound");
            assertThat(message.path("contactId").asString()).isEqualTo(contact);
            assertThat(window.list
                            .until("inbox:changed")
                            .json()
                            .path("contactId")
                            .asString())
                    .isEqualTo(contact);
        }
    }

    private static void isRead(Caller ada, Window dans, Window adas, String contact)
            throws IOException, InterruptedException {
        String id = json(ada.get("/api/contacts/" + contact + "/messages"))
                .at("/messages/0/id")
                .asString();
        assertThat(json(ada.post("/api/messages/" + id + "/read", ""))
                        .path("success")
                        .asBoolean())
                .isTrue();
        for (Window window : List.of(dans, adas)) {
            JsonNode read = window.contact.until("message:read").json();
            assertThat(read.path("messageId").asString()).isEqualTo(id);
            assertThat(read.path("readBy").asString()).isEqualTo("ada");
        }
    }

    private static void isNoted(Caller dan, Window adas, String contact) throws IOException, InterruptedException {
        json(dan.post("/api/contacts/" + contact + "/notes", "{\"text\":\"Asks about the lamp\"}"));
        assertThat(adas.contact.until("note:created").json().path("text").asString())
                .isEqualTo("Asks about the lamp");
        assertThat(dan.post("/api/contacts/" + contact + "/typing", "{\"isTyping\":true}")
                        .status())
                .isEqualTo(204);
        assertThat(adas.viewers.until("user:typing").json().path("userId").asString())
                .isEqualTo("dan");
    }

    /** The carrier reports in any order, and the message is delivered in the end. */
    private static void isAnswered(Caller dan, TwilioCalls twilio, Window adas, String contact)
            throws IOException, InterruptedException {
        JsonNode sent = json(dan.post(
                "/api/messages/send", "{\"contactId\":\"" + contact + "\",\"channel\":\"sms\",\"body\":\"It is.\"}"));
        assertThat(adas.contact.until("message:created").json().path("body").asString())
                .isEqualTo("It is.");
        await().until(() -> message(dan, contact).path("status").asString().equals("delivered"));
        assertThat(twilio.carrier().taken()).containsExactly("It is.");
        JsonNode last = adas.contact.until("message:updated").json();
        while (!last.path("status").asString().equals("delivered")) {
            last = adas.contact.until("message:updated").json();
        }
        assertThat(last.path("id")).isEqualTo(sent.path("messageId"));
    }

    private static JsonNode message(Caller dan, String contact) throws IOException, InterruptedException {
        return json(dan.get("/api/contacts/" + contact + "/messages"))
                .path("messages")
                .valueStream()
                .filter(message -> message.path("direction").asString().equals("outbound"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }
}
