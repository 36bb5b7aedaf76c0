package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.carrier.Medium;
import dev.fanfare.platform.carrier.TwilioCalls;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What becomes of messages that agents send, by way of the carrier that speaks as Twilio does. */
@OnEachDatabase
class SendingTest {
    private static final String REFUSES_AS_STOPPED = "+15005550004";
    private static final String REFUSES_AS_NO_MOBILE = "+15005550009";
    private static final String NEVER_ARRIVES = "+15005550010";

    private final Office office;

    SendingTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    @Test
    void aMessageIsKeptAnsweredAndThenDeliveredStepByStep() throws IOException, InterruptedException {
        String id = office.contact();
        Answer answer = office.send("dan", id, "sms", "A new one leaves today.", Map.of("clientId", "c-" + id));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("success").asBoolean()).isTrue();
        String message = answer.json().path("messageId").asString();
        assertThat(answer.json().at("/message/status").asString()).isEqualTo("pending");
        assertThat(answer.json().at("/message/sender/name").asString()).isEqualTo("Dan Desk");
        office.awaitStatus(id, message, "delivered");
        assertThat(office.told(id, "message:created").getLast().path("status").asString())
                .isEqualTo("pending");
        assertThat(office.told(id, "message:updated"))
                .extracting(told -> told.path("status").asString())
                .containsExactly("queued", "sent", "delivered");
        Answer again = office.send("dan", id, "sms", "A new one leaves today.", Map.of("clientId", "c-" + id));
        assertThat(again.json().path("messageId").asString()).isEqualTo(message);
        assertThat(again.json().path("externalId").asString()).startsWith("SM");
        assertThat(office.messages(id)).hasSize(2);
    }

    @Test
    void messagesToOneContactAreHandedOverInTheirOrder() throws IOException, InterruptedException {
        String id = office.contact();
        for (int i = 0; i < 8; i++) {
            office.send(id, "Part " + i);
        }

        await().untilAsserted(() -> assertThat(office.messages(id).subList(1, 9))
                .allSatisfy(
                        message -> assertThat(message.path("status").asString()).isEqualTo("delivered")));
        assertThat(office.database()
                        .sql("select body from contact_message where contact_id = ? and direction = 'OUTBOUND'"
                                + " order by started_at")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("Part 0", "Part 1", "Part 2", "Part 3", "Part 4", "Part 5", "Part 6", "Part 7");
    }

    @Test
    void reportsInAnyOrderOnlyMoveAMessageOn() throws IOException, InterruptedException {
        String id = office.contact();
        String message = office.send(id, "Hello");
        office.awaitStatus(id, message, "delivered");
        String sid =
                office.bean(ContactMessageTable.class).find(message).delivery().externalId();

        for (String status : List.of("queued", "sent", "undelivered", "sending", "delivered", "accepted")) {
            assertThat(office.twilio().status(sid, status, "30003").status()).isEqualTo(204);
        }
        assertThat(office.status(id, message)).isEqualTo("delivered");
        assertThat(office.message(id, message).path("errorCode").isNull()).isTrue();
        office.twilio().status(sid, "read", "");
        assertThat(office.status(id, message)).isEqualTo("read");
        assertThat(office.message(id, message).path("read").asBoolean()).isTrue();
    }

    @Test
    void aReportOfATextThatIsNotOursIsAnswered() throws IOException, InterruptedException {
        assertThat(office.twilio().status(TwilioCalls.sid(), "delivered", "").status())
                .isEqualTo(204);
    }

    @Test
    void whatNeverArrivesSaysWhyAndCanBeSentAgain() throws IOException, InterruptedException {
        String id = office.added(NEVER_ARRIVES);
        String message = office.send(id, "Anybody?");
        office.awaitStatus(id, message, "undelivered");
        assertThat(office.message(id, message).path("errorCode").asString()).isEqualTo("30005");

        Answer retried = office.as("dan").post("/api/messages/" + message + "/retry", "");

        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.json().at("/message/status").asString()).isEqualTo("pending");
        assertThat(retried.json().at("/message/errorCode").isNull()).isTrue();
        office.awaitStatus(id, message, "undelivered");
    }

    @Test
    void whatIsRefusedFailsWithTheCarriersCode() throws IOException, InterruptedException {
        String id = office.added(REFUSES_AS_NO_MOBILE);
        String message = office.send(id, "Hello");

        office.awaitStatus(id, message, "failed");
        JsonNode failed = office.message(id, message);
        assertThat(failed.path("errorCode").asString()).isEqualTo("21614");
        assertThat(failed.path("error").asString()).contains("not a valid mobile number");
        assertThat(office.see(id).path("optedOut").asBoolean()).isFalse();
    }

    @Test
    void whoHasToldTheCarrierToStopIsWrittenToNoMore() throws IOException, InterruptedException {
        String id = office.added(REFUSES_AS_STOPPED);
        Answer sent = office.send("dan", id, "sms", "Hello", Map.of());
        if (sent.status() == 200) {
            office.awaitStatus(id, sent.json().path("messageId").asString(), "failed");
        }

        assertThat(office.see(id).path("optedOut").asBoolean()).isTrue();
        Answer again = office.send("dan", id, "sms", "Hello?", Map.of());
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("opted_out");
    }

    @Test
    void whatsappAnswersForADayAfterTheyHaveWritten() throws IOException, InterruptedException {
        String number = Office.number();
        String id = office.contact(number);
        Answer never = office.send("dan", id, "whatsapp", "Hello", Map.of());
        assertThat(never.status()).isEqualTo(409);
        assertThat(never.json().path("code").asString()).isEqualTo("window_closed");

        office.twilio().carrier().write(Medium.WHATSAPP, number, Office.LINE, "Hi");
        await().untilAsserted(() ->
                assertThat(office.see(id).at("/canSend/whatsapp").isNull()).isTrue());
        String message = Office.ok(office.send("dan", id, "whatsapp", "Hello", Map.of()))
                .path("messageId")
                .asString();
        office.awaitStatus(id, message, "delivered");

        office.database()
                .sql("update contact set whatsapp_at = ? where id = ?")
                .params(Columns.at(Instant.now().minusSeconds(24 * 3600 + 1)), id)
                .update();
        assertThat(office.see(id).at("/canSend/whatsapp").asString()).isEqualTo("window_closed");
        assertThat(office.send("dan", id, "whatsapp", "Too late", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void whenTheCarrierSaysThatTheWindowIsClosedItIs() throws IOException, InterruptedException {
        String number = Office.number();
        office.twilio().text("whatsapp:" + number, "whatsapp:" + Office.LINE, "The carrier has not seen this one");
        String id = office.withNumber(number);

        String message = Office.ok(office.send("dan", id, "whatsapp", "Hello", Map.of()))
                .path("messageId")
                .asString();

        office.awaitStatus(id, message, "failed");
        assertThat(office.message(id, message).path("errorCode").asString()).isEqualTo("63016");
        assertThat(office.see(id).at("/canSend/whatsapp").asString()).isEqualTo("window_closed");
    }

    @Test
    void aMessageCanWaitForItsTime() throws IOException, InterruptedException {
        String id = office.contact();
        Instant then = Instant.now().plusSeconds(2);
        Answer answer = office.send("dan", id, "sms", "Later", Map.of("scheduledFor", then.toString()));

        assertThat(answer.json().at("/message/status").asString()).isEqualTo("scheduled");
        String later = answer.json().path("messageId").asString();
        String now = office.send(id, "At once");
        office.awaitStatus(id, now, "delivered");
        office.awaitStatus(id, later, "delivered");
        assertThat(office.bean(ContactMessageTable.class).find(later).sending().startedAt())
                .isAfterOrEqualTo(then.minusMillis(1));
    }

    @Test
    void aMessageWhoseTimeHasNotComeCanBeCancelledAndIsNeverSent() throws IOException, InterruptedException {
        String id = office.contact();
        String later = Office.ok(office.send(
                        "dan",
                        id,
                        "sms",
                        "Not after all " + id,
                        Map.of("scheduledFor", Instant.now().plusSeconds(3600).toString())))
                .path("messageId")
                .asString();

        Answer cancelled = office.as("ada").post("/api/messages/" + later + "/cancel", "");

        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
        assertThat(cancelled.json().at("/message/status").asString()).isEqualTo("cancelled");
        assertThat(office.told(id, "message:updated").getLast().path("status").asString())
                .isEqualTo("cancelled");
        assertThat(office.bean(ContactMessageTable.class).find(later).sending().dueAt())
                .isNull();
        assertThat(office.as("dan")
                        .post("/api/messages/" + later + "/cancel", "")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("not_scheduled");
        office.awaitStatus(id, office.send(id, "After it"), "delivered");
        assertThat(office.twilio().carrier().taken()).doesNotContain("Not after all " + id);
    }

    @ParameterizedTest
    @CsvSource({"pigeon, Hello, unknown_channel", "sms, ' ', invalid"})
    void whatMakesNoSenseIsRefused(String channel, String body, String code) throws IOException, InterruptedException {
        Answer answer = office.send("dan", office.contact(), channel, body, Map.of());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @Test
    void smsIsShorterThanWhatsapp() throws IOException, InterruptedException {
        Answer answer = office.send("dan", office.contact(), "sms", "x".repeat(1_601), Map.of());

        assertThat(answer.json().path("code").asString()).isEqualTo("too_long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/a.jpg",
                "https://localhost/a.jpg",
                "https://127.0.0.1/a.jpg",
                "https://[::1]/a.jpg",
                "https://2130706433/a.jpg",
                "https://0x7f.0x1/a.jpg",
                "https://printer.local/a.jpg",
                "https://intranet/a.jpg",
                "https://user@example.com/a.jpg",
                "file:///etc/passwd",
                "not an address"
            })
    void whatTheCarrierShouldNotFetchIsRefused(String url) throws IOException, InterruptedException {
        Answer answer = office.send("dan", office.contact(), "sms", "Look", Map.of("mediaUrls", List.of(url)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("invalid_media");
    }

    @Test
    void aPictureGoesAlong() throws IOException, InterruptedException {
        String id = office.contact();
        Answer answer = office.send("dan", id, "sms", "", Map.of("mediaUrls", List.of("https://example.com/lamp.jpg")));

        JsonNode media = Office.ok(answer).at("/message/media/0");
        assertThat(media.path("contentType").asString()).isEqualTo("image/jpeg");
        assertThat(media.path("url").asString()).isEqualTo("https://example.com/lamp.jpg");
        office.awaitStatus(id, answer.json().path("messageId").asString(), "delivered");
    }

    @Test
    void onlyTheTeamSendsAndRetries() throws IOException, InterruptedException {
        String id = office.contact();
        String message = office.send(id, "Hello");

        for (String stranger : List.of("bob", "cleo", "eve")) {
            assertThat(office.send(stranger, id, "sms", "Hello", Map.of()).status())
                    .isEqualTo(403);
            assertThat(office.as(stranger)
                            .post("/api/messages/" + message + "/retry", "")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(office.send("dan", "none", "sms", "Hello", Map.of()).body())
                .isEqualTo(office.send("bob", id, "sms", "Hello", Map.of()).body());
        office.awaitStatus(id, message, "delivered");
        assertThat(office.as("dan")
                        .post("/api/messages/" + message + "/retry", "")
                        .status())
                .isEqualTo(409);
    }
}
