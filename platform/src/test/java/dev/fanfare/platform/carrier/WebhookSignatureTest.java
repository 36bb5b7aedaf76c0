package dev.fanfare.platform.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fanfare.platform.web.Problem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

/** Signatures as Twilio's documentation computes them. */
class WebhookSignatureTest {
    private static final TwilioAccount ACCOUNT =
            new TwilioAccount("AC1", "12345", URI.create("https://api.twilio.com"));
    private static final String QUERY = "foo=1&bar=2";
    private static final String FORM_SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
    private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
    private static final String DIGEST = "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    private static final String JSON_SIGNATURE = "a9nBmqA0ju/hNViExpshrM61xv4=";

    private final WebhookSignature signature = new WebhookSignature(
            ACCOUNT, () -> "https://mycompany.com", TwilioSettings.Signatures.ENFORCE, Clock.systemUTC());

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Digits", "1234");
        fields.put("To", "+18005551212");
        fields.put("From", "+14158675309");
        fields.put("Caller", "+14158675309");
        fields.put("CallSid", "CA1234567890ABCDE");
        return fields;
    }

    /** As it arrives behind a proxy that has another name, and ends TLS. */
    private static MockHttpServletRequest request(String query, String signed) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/myapp.php");
        request.setQueryString(query);
        request.setServerName("10.0.0.7");
        request.setServerPort(8080);
        request.addHeader("X-Forwarded-Host", "evil.example");
        request.addHeader("X-Forwarded-Proto", "http");
        request.addHeader("X-Twilio-Signature", signed);
        return request;
    }

    private WebhookForm form(String query, String signed, Map<String, String> fields) {
        MockHttpServletRequest request = request(query, signed);
        request.setContentType("application/x-www-form-urlencoded");
        return signature.checked(request, LocalWebhooks.encoded(fields).getBytes(StandardCharsets.UTF_8));
    }

    private WebhookForm json(String query, String signed, String body) {
        MockHttpServletRequest request = request(query, signed);
        request.setContentType("application/json");
        return signature.checked(request, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertIsRefused(Runnable check) {
        assertThatThrownBy(check::run).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status().value()).isEqualTo(403);
            assertThat(problem.code()).isEqualTo("bad_signature");
        });
    }

    @Test
    void aFormIsSignedOverTheKnownAddressAndAllItsFields() {
        assertThat(form(QUERY, FORM_SIGNATURE, fields()).fields()).isEqualTo(fields());
    }

    @Test
    void anotherFieldQueryOrSignatureIsRefused() {
        Map<String, String> more = fields();
        more.put("MessagingServiceSid", "MG1");
        Map<String, String> other = fields();
        other.put("Digits", "1235");

        assertIsRefused(() -> form(QUERY, FORM_SIGNATURE, more));
        assertIsRefused(() -> form(QUERY, FORM_SIGNATURE, other));
        assertIsRefused(() -> form(QUERY + "&x=1", FORM_SIGNATURE, fields()));
        assertIsRefused(() -> form(QUERY, FORM_SIGNATURE.toLowerCase(Locale.ROOT), fields()));
        assertIsRefused(() -> form(QUERY, "", fields()));
    }

    @Test
    void anotherBodyIsSignedByItsDigest() {
        WebhookForm form = json(QUERY + DIGEST, JSON_SIGNATURE, JSON);

        assertThat(form.fields()).containsEntry("property", "value").containsEntry("boolean", "true");
        assertIsRefused(() -> json(QUERY + DIGEST, JSON_SIGNATURE, JSON.replace("true", "false")));
        assertIsRefused(() -> json(QUERY, JSON_SIGNATURE, JSON));
    }

    @Test
    void ourOwnCarrierSignsTheSame() {
        assertThat(LocalWebhooks.signature("12345", "https://mycompany.com/myapp.php?" + QUERY, fields()))
                .isEqualTo(FORM_SIGNATURE);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void whoeverSendsManyWrongOnesDoesNotFillTheLog(CapturedOutput log) {
        for (int i = 0; i < 100; i++) {
            assertIsRefused(() -> form(QUERY, "", fields()));
        }

        assertThat(log.getAll()).containsOnlyOnce("The signature of a webhook");
    }

    @Test
    void aWrongOneMayBeReportedOnlyButNotWithoutAnAccount() {
        WebhookSignature reporting = new WebhookSignature(
                ACCOUNT, () -> "https://other.example", TwilioSettings.Signatures.REPORT, Clock.systemUTC());
        WebhookSignature without = new WebhookSignature(
                null, () -> "https://mycompany.com", TwilioSettings.Signatures.REPORT, Clock.systemUTC());
        byte[] body = LocalWebhooks.encoded(fields()).getBytes(StandardCharsets.UTF_8);

        assertThat(reporting.checked(request(QUERY, FORM_SIGNATURE), body).fields())
                .isEqualTo(fields());
        assertIsRefused(() -> without.checked(request(QUERY, FORM_SIGNATURE), body));
    }
}
