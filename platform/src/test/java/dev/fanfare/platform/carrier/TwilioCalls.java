package dev.fanfare.platform.carrier;

import dev.fanfare.platform.RunningPlatform;
import dev.fanfare.platform.RunningPlatform.Answer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Webhooks as Twilio sends them, signed with the account's token. Safe to use from several threads. */
public record TwilioCalls(RunningPlatform platform) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** An id that no other text has. */
    public static String sid() {
        return "SM%032x".formatted(COUNT.incrementAndGet());
    }

    private String token() {
        return Objects.requireNonNull(
                        platform.bean(CarrierConfiguration.Access.class).account())
                .authToken();
    }

    /** What a text looks like. */
    public static Map<String, String> form(String sid, String from, String to, String body) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("ToCountry", "US");
        form.put("SmsMessageSid", sid);
        form.put("MessageSid", sid);
        form.put("NumMedia", "0");
        form.put("From", from);
        form.put("To", to);
        form.put("Body", body);
        form.put("MessagingServiceSid", "MG00000000000000000000000000000000");
        form.put("AccountSid", "AC00000000000000000000000000000000");
        form.put("ApiVersion", "2010-04-01");
        return form;
    }

    /** A text that has come. */
    public Answer text(Map<String, String> form) throws IOException, InterruptedException {
        return post("/api/webhooks/twilio", form);
    }

    public Answer text(String from, String to, String body) throws IOException, InterruptedException {
        return text(form(sid(), from, to, body));
    }

    /** @param errorCode empty for none */
    public Answer status(String sid, String status, String errorCode) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", sid);
        form.put("MessageStatus", status);
        if (!errorCode.isEmpty()) {
            form.put("ErrorCode", errorCode);
        }
        return post("/api/webhooks/twilio/status", form);
    }

    /** Signed over the address that the platform has. */
    public Answer post(String path, Map<String, String> form) throws IOException, InterruptedException {
        String url = platform.bean(WebhookAddress.class).base() + path;
        return post(path, form, LocalWebhooks.signature(token(), url, form));
    }

    /** @param signature empty for none */
    public Answer post(String path, Map<String, String> form, String signature)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.address(path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(LocalWebhooks.encoded(form)));
        return platform.send(
                signature.isEmpty()
                        ? request.build()
                        : request.header("X-Twilio-Signature", signature).build());
    }

    public LocalCarrier carrier() {
        return platform.bean(LocalCarrier.class);
    }
}
