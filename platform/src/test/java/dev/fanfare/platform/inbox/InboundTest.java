package dev.fanfare.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.platform.OnEachDatabase;
import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import dev.fanfare.platform.carrier.TwilioCalls;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of texts that come. */
@OnEachDatabase
class InboundTest {
    private static final String TEXTS = "/api/webhooks/twilio";

    private final Office office;

    InboundTest(RunningPlatform platform) {
        office = new Office(platform);
    }

    @Test
    void aSignedTextIsAnsweredWithNothingToSayAndMakesItsSenderAContact() throws IOException, InterruptedException {
        String number = Office.number();
        Answer answer = office.twilio().text(number, Office.LINE, "Is it <b>open</b>?\u0000");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        assertThat(answer.body()).isEqualTo("<Response></Response>");
        String id = office.withNumber(number);
        JsonNode contact = office.see(id);
        assertThat(contact.path("phone").asString()).isEqualTo(number);
        assertThat(contact.path("name").isNull()).isTrue();
        assertThat(contact.path("unreadCount").asInt()).isEqualTo(1);
        assertThat(contact.at("/lastMessage/body").asString()).isEqualTo("Is it <b>open</b>?");
        assertThat(contact.path("channels").toString()).isEqualTo("[\"sms\"]");
        assertThat(office.told(id, "message:created")).hasSize(1);
        assertThat(office.told(id, "message:created").getFirst().path("body").asString())
                .isEqualTo("Is it <b>open</b>?");
    }

    @Test
    void theSameTextAgainIsAnsweredAndKeptOnce() throws IOException, InterruptedException {
        String number = Office.number();
        Map<String, String> form = TwilioCalls.form(TwilioCalls.sid(), number, Office.LINE, "Once");

        for (int i = 0; i < 3; i++) {
            assertThat(office.twilio().text(form).status()).isEqualTo(200);
        }

        assertThat(office.messages(office.withNumber(number))).hasSize(1);
        assertThat(office.see(office.withNumber(number)).path("unreadCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void theSameTextAtOnceIsKeptOnceAndItsNewSenderIsOneContact() throws Exception {
        String number = Office.number();
        List<Map<String, String>> forms = List.of(
                TwilioCalls.form(TwilioCalls.sid(), number, Office.LINE, "One"),
                TwilioCalls.form(TwilioCalls.sid(), number, Office.LINE, "Two"));
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = IntStream.range(0, 12)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    try {
                        start.await();
                        office.twilio().text(forms.get(i % 2));
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(office.messages(office.withNumber(number)))
                .extracting(message -> message.path("body").asString())
                .containsExactlyInAnyOrder("One", "Two");
    }

    @Test
    void aWrongOrMissingSignatureIsRefusedAndNothingIsKept() throws IOException, InterruptedException {
        String number = Office.number();
        Map<String, String> form = TwilioCalls.form(TwilioCalls.sid(), number, Office.LINE, "Forged");

        Answer wrong = office.twilio().post(TEXTS, form, "RSOYDt4T1cUTdK1PDd93/VVr8B8=");

        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.json().path("code").asString()).isEqualTo("bad_signature");
        assertThat(office.twilio().post(TEXTS, form, "").status()).isEqualTo(403);
        assertThat(office.twilio().post(TEXTS + "/status", form, "x").status()).isEqualTo(403);
        assertThat(office.bean(ContactTable.class).withNumber("team_support", number))
                .isNull();
    }

    @Test
    void aPersonHasOneNumberForSmsAndWhatsapp() throws IOException, InterruptedException {
        String number = Office.number();
        office.twilio().text(number, Office.LINE, "By SMS");
        Map<String, String> form =
                TwilioCalls.form(TwilioCalls.sid(), "whatsapp:" + number, "whatsapp:" + Office.LINE, "By WhatsApp");
        form.put("ProfileName", "Olga");
        office.twilio().text(form);

        JsonNode contact = office.see(office.withNumber(number));
        assertThat(contact.path("phone").asString()).isEqualTo(number);
        assertThat(contact.path("channels").toString()).isEqualTo("[\"sms\",\"whatsapp\"]");
        assertThat(office.messages(office.withNumber(number)))
                .extracting(message -> message.path("channel").asString())
                .containsExactly("sms", "whatsapp");
        assertThat(Instant.parse(contact.path("whatsappWindowEndsAt").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
    }

    @Test
    void whatsappTellsTheNameOfWhoIsNew() throws IOException, InterruptedException {
        String number = Office.number();
        Map<String, String> form =
                TwilioCalls.form(TwilioCalls.sid(), "whatsapp:" + number, "whatsapp:" + Office.LINE, "Hi");
        form.put("ProfileName", "Olga\nP.");
        office.twilio().text(form);

        assertThat(office.see(office.withNumber(number)).path("name").asString())
                .isEqualTo("Olga P.");
    }

    @Test
    void aServiceFindsTheTeamOnlyIfTheNumberDoesNot() throws IOException, InterruptedException {
        office.bean(Teams.class).keep("team_service", "org_123", "Service", List.of("dan"), List.of("MGservice"));
        Map<String, String> known =
                TwilioCalls.form(TwilioCalls.sid(), Office.number(), Office.LINE, "To the number's team");
        known.put("MessagingServiceSid", "MGservice");
        Map<String, String> unknown =
                TwilioCalls.form(TwilioCalls.sid(), Office.number(), "+12025550199", "To the service's team");
        unknown.put("MessagingServiceSid", "MGservice");

        assertThat(office.twilio().text(known).status()).isEqualTo(200);
        assertThat(office.twilio().text(unknown).status()).isEqualTo(200);

        ContactTable contacts = office.bean(ContactTable.class);
        assertThat(contacts.withNumber("team_support", known.get("From"))).isNotNull();
        assertThat(contacts.withNumber("team_service", unknown.get("From"))).isNotNull();
    }

    @Test
    void aTextToANumberOfNobodysIsNotTaken() throws IOException, InterruptedException {
        assertThat(office.twilio()
                        .text(Office.number(), "+12025550198", "Hello?")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsNoTelephoneCanWriteToo() throws IOException, InterruptedException {
        assertThat(office.twilio()
                        .text("32665", Office.LINE, "Your code is 1234")
                        .status())
                .isEqualTo(200);

        assertThat(office.see(office.withNumber("32665")).path("phone").asString())
                .isEqualTo("32665");
    }

    @Test
    void whoSaysStopIsWrittenToNoMoreUntilTheySayStart() throws IOException, InterruptedException {
        String number = Office.number();
        String id = office.contact(number);
        office.twilio().text(number, Office.LINE, " stop ");

        assertThat(office.see(id).path("optedOut").asBoolean()).isTrue();
        assertThat(office.see(id).at("/canSend/sms").asString()).isEqualTo("opted_out");
        Answer refused = office.send("dan", id, "sms", "But listen", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("opted_out");
        assertThat(office.told(id, "contact:updated")
                        .getLast()
                        .at("/changes/optedOut")
                        .asBoolean())
                .isTrue();

        office.twilio().text(number, Office.LINE, "Please do not stop");
        assertThat(office.see(id).path("optedOut").asBoolean()).isTrue();
        office.twilio().text(number, Office.LINE, "START");
        assertThat(office.see(id).at("/canSend/sms").isNull()).isTrue();
        assertThat(office.send("dan", id, "sms", "Welcome back", Map.of()).status())
                .isEqualTo(200);
    }

    @Test
    void whatTheCarrierMakesOfATextCountsMoreThanItsWords() throws IOException, InterruptedException {
        String number = Office.number();
        Map<String, String> form = TwilioCalls.form(TwilioCalls.sid(), number, Office.LINE, "ARRET");
        form.put("OptOutType", "STOP");
        office.twilio().text(form);

        assertThat(office.see(office.withNumber(number)).path("optedOut").asBoolean())
                .isTrue();
    }

    @Test
    void whoWritesAgainIsOpenAgain() throws IOException, InterruptedException {
        String number = Office.number();
        String id = office.contact(number);
        assertThat(office.change("dan", id, Map.of("status", "closed")).status())
                .isEqualTo(200);

        office.twilio().text(number, Office.LINE, "One more thing");

        assertThat(office.see(id).path("status").asString()).isEqualTo("open");
        assertThat(office.told(id, "contact:updated")
                        .getLast()
                        .at("/changes/status")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void aLongTextIsToldByItsId() throws IOException, InterruptedException {
        String number = Office.number();
        office.twilio().text("whatsapp:" + number, "whatsapp:" + Office.LINE, "€".repeat(4_000));

        String id = office.withNumber(number);
        JsonNode told = office.told(id, "message:created").getFirst();
        assertThat(told.path("truncated").asBoolean()).isTrue();
        assertThat(office.message(id, told.path("id").asString()).path("body").asString())
                .isEqualTo("€".repeat(4_000));
    }
}
