package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.Callers;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.RunningPlatform.Caller;
import dev.fanfare.platform.carrier.TwilioCalls;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's team of dan and ada, and those who text it. */
record Office(RunningPlatform platform) {
    static final String LINE = "+12025550100";
    static final String SALES_LINE = "+12025550101";
    private static final AtomicInteger COUNT = new AtomicInteger(1_000_000);

    /** A number that nobody has had. */
    static String number() {
        return "+1415" + COUNT.incrementAndGet();
    }

    TwilioCalls twilio() {
        return new TwilioCalls(platform);
    }

    Caller as(String name) throws IOException, InterruptedException {
        return Callers.of(platform, name);
    }

    static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 299);
        return answer.json();
    }

    /** Lets somebody new write to the team. */
    String contact() throws IOException, InterruptedException {
        return contact(number());
    }

    String contact(String number) throws IOException, InterruptedException {
        assertThat(twilio().text(number, LINE, "Hello").status()).isEqualTo(200);
        return withNumber(number);
    }

    /** The id of Support's contact with that number. */
    String withNumber(String number) {
        String id = platform.bean(ContactTable.class).withNumber("team_support", number);
        assertThat(id).as(number).isNotNull();
        return id;
    }

    /** The id of somebody whom dan has added, now or before. */
    String added(String number) throws IOException, InterruptedException {
        Answer answer = post("dan", "/api/contacts", Map.of("phone", number, "teamId", "team_support"));
        return answer.status() == 409
                ? answer.json().path("contactId").asString()
                : ok(answer).path("id").asString();
    }

    /** As dan sees it. */
    JsonNode see(String contact) throws IOException, InterruptedException {
        return ok(as("dan").get("/api/contacts/" + contact));
    }

    List<JsonNode> messages(String contact) throws IOException, InterruptedException {
        return ok(as("dan").get("/api/contacts/" + contact + "/messages?limit=100"))
                .path("messages")
                .valueStream()
                .toList();
    }

    JsonNode message(String contact, String id) throws IOException, InterruptedException {
        return messages(contact).stream()
                .filter(message -> message.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String status(String contact, String id) throws IOException, InterruptedException {
        return message(contact, id).path("status").asString();
    }

    void awaitStatus(String contact, String message, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(status(contact, message)).isEqualTo(status));
    }

    static String json(Map<String, ?> fields) {
        return JsonMapper.shared().writeValueAsString(fields);
    }

    Answer post(String who, String path, Map<String, ?> body) throws IOException, InterruptedException {
        return as(who).post(path, json(body));
    }

    Answer send(String who, String contact, String channel, String body, Map<String, ?> more)
            throws IOException, InterruptedException {
        Map<String, Object> fields =
                new LinkedHashMap<>(Map.of("contactId", contact, "channel", channel, "body", body));
        fields.putAll(more);
        return post(who, "/api/messages/send", fields);
    }

    /** @return the message's id */
    String send(String contact, String body) throws IOException, InterruptedException {
        return ok(send("dan", contact, "sms", body, Map.of())).path("messageId").asString();
    }

    Answer change(String who, String contact, Map<String, @Nullable Object> change)
            throws IOException, InterruptedException {
        return as(who).patch(
                        "/api/contacts/" + contact,
                        json(change),
                        see(contact).path("version").asString());
    }

    <T> T bean(Class<T> type) {
        return platform.bean(type);
    }

    JdbcClient database() {
        return platform.bean(JdbcClient.class);
    }

    /** Names and data of what was told on a contact's channel. */
    List<JsonNode> told(String contact, String event) throws IOException, InterruptedException {
        return ok(as("dan").get("/api/realtime/events?after=0&channel=private-contact-" + contact))
                .path("events")
                .valueStream()
                .filter(logged -> logged.path("event").asString().equals(event))
                .map(logged -> logged.path("data"))
                .toList();
    }
}
