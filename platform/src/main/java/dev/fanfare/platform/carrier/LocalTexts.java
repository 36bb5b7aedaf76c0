package dev.fanfare.platform.carrier;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the local carrier was given, as Twilio would show it. Some numbers it refuses, as Twilio does in tests. Guarded by itself. */
final class LocalTexts {
    private static final int MOST = 10_000;
    private static final int MOST_MEDIA = 20;
    private static final int PAGE = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
    private static final Duration WINDOW = Duration.ofDays(1);
    private static final Map<String, Refusal> REFUSED = Map.of(
            "+15005550001", new Refusal(21211, "The 'To' number is not a valid phone number."),
            "+15005550002", new Refusal(21612, "The 'To' phone number is not currently reachable."),
            "+15005550004", new Refusal(21610, "Attempt to send to unsubscribed recipient"),
            "+15005550009", new Refusal(21614, "'To' number is not a valid mobile number"));

    /** Twilio has no such number: a text to it is taken, and never arrives. */
    private static final String NOWHERE = "+15005550010";

    private final Object lock = new Object();
    private final String accountSid;
    private final Clock clock;
    private final LocalWebhooks webhooks;
    private final SecureRandom random = new SecureRandom();
    private final Latest<ObjectNode> texts = new Latest<>(MOST);
    private final Map<String, Kept> media = new Latest<>(MOST_MEDIA);
    private final Set<String> stopped = Collections.newSetFromMap(new Latest<>(MOST));
    private final Map<String, Instant> lastWritten = new Latest<>(MOST);

    LocalTexts(String accountSid, Clock clock, LocalWebhooks webhooks) {
        this.accountSid = accountSid;
        this.clock = clock;
        this.webhooks = webhooks;
    }

    /** Forgets the first that was put in when there are too many. */
    @SuppressWarnings("serial") // it goes nowhere
    private static final class Latest<V> extends LinkedHashMap<String, V> {
        private final int most;

        Latest(int most) {
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
        }
    }

    record Answer(int status, JsonNode body) {}

    record Kept(String contentType, byte[] bytes) {}

    private record Refusal(int code, String message) {}

    static Answer refused(int status, int code, String message) {
        return new Answer(
                status,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("code", code)
                        .put("message", message)
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", status));
    }

    List<String> taken() {
        synchronized (lock) {
            return texts.values().stream()
                    .map(text -> text.path("body").asString())
                    .toList();
        }
    }

    Answer take(Map<String, String> form) {
        String to = form.getOrDefault("To", "");
        String from = form.getOrDefault("From", "");
        String body = form.getOrDefault("Body", "");
        if (body.isEmpty() && !form.containsKey("MediaUrl")) {
            return refused(400, 21602, "Message body is required.");
        }
        Refusal refusal = REFUSED.get(Medium.number(to));
        if (refusal != null) {
            return refused(400, refusal.code, refusal.message);
        }
        synchronized (lock) {
            if (stopped.contains(to + " " + from)) {
                return refused(400, 21610, "Attempt to send to unsubscribed recipient");
            }
            ObjectNode text = text(to, from, body);
            texts.put(text.path("sid").asString(), text);
            String callback = form.get("StatusCallback");
            if (callback != null) {
                report(text, callback, isOpen(to) ? null : 63016);
            }
            return new Answer(201, text.deepCopy());
        }
    }

    /** WhatsApp takes no text of ours a day after the last of theirs. */
    private boolean isOpen(String to) {
        Instant last = lastWritten.get(to);
        return Medium.of(to) == Medium.SMS || last != null && !last.plus(WINDOW).isBefore(clock.instant());
    }

    private void report(ObjectNode text, String callback, @Nullable Integer error) {
        List<String> steps = new ArrayList<>();
        if (error != null) {
            steps.add("failed");
        } else {
            steps.addAll(List.of("queued", "sent"));
            boolean arrives = !Medium.number(text.path("to").asString()).equals(NOWHERE);
            steps.add(arrives ? "delivered" : "undelivered");
        }
        Integer code = error == null && steps.contains("undelivered") ? Integer.valueOf(30005) : error;
        webhooks.report(callback, steps, step -> {
            synchronized (lock) {
                text.put("status", step);
                if (code != null && !step.equals("queued") && !step.equals("sent")) {
                    text.put("error_code", code);
                }
                return statusForm(text);
            }
        });
    }

    private Map<String, String> statusForm(ObjectNode text) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", text.path("sid").asString());
        form.put("SmsSid", text.path("sid").asString());
        form.put("MessageStatus", text.path("status").asString());
        form.put("SmsStatus", text.path("status").asString());
        form.put("To", text.path("to").asString());
        form.put("From", text.path("from").asString());
        form.put("AccountSid", accountSid);
        form.put("ApiVersion", "2010-04-01");
        if (!text.path("error_code").isNull()) {
            form.put("ErrorCode", text.path("error_code").asString());
        }
        return form;
    }

    private ObjectNode text(String to, String from, String body) {
        String now = TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
        return JsonMapper.shared()
                .createObjectNode()
                .put("account_sid", accountSid)
                .put("api_version", "2010-04-01")
                .put("body", body)
                .put("date_created", now)
                .putNull("date_sent")
                .put("date_updated", now)
                .put("direction", "outbound-api")
                .putNull("error_code")
                .putNull("error_message")
                .put("from", from)
                .put("num_media", "0")
                .put("num_segments", "1")
                .put("sid", sid("SM"))
                .put("status", "queued")
                .put("to", to);
    }

    private String sid(String prefix) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return prefix + HexFormat.of().formatHex(bytes);
    }

    Answer find(String sid) {
        synchronized (lock) {
            ObjectNode text = texts.get(sid);
            return text == null
                    ? refused(404, 20404, "The requested resource was not found")
                    : new Answer(200, text.deepCopy());
        }
    }

    /** The newest, on one page. */
    Answer list(String from, String to) {
        ObjectNode page = JsonMapper.shared().createObjectNode();
        ArrayNode found = page.putArray("messages");
        synchronized (lock) {
            texts.sequencedValues().reversed().stream()
                    .filter(text -> text.path("from").asString().equals(from)
                            && text.path("to").asString().equals(to))
                    .limit(PAGE)
                    .forEach(text -> found.add(text.deepCopy()));
        }
        page.put("page", 0)
                .put("page_size", PAGE)
                .put("first_page_uri", "/first")
                .put("uri", "/this")
                .putNull("next_page_uri")
                .putNull("previous_page_uri");
        return new Answer(200, page);
    }

    String keep(String contentType, byte[] bytes) {
        String sid = sid("ME");
        synchronized (lock) {
            media.put(sid, new Kept(contentType, bytes));
        }
        return sid;
    }

    @Nullable
    Kept kept(String sid) {
        synchronized (lock) {
            return media.get(sid);
        }
    }

    String write(Medium medium, String from, String to, String body, List<InboundText.Attachment> attachments) {
        String sid = sid(attachments.isEmpty() ? "SM" : "MM");
        String sender = medium.address(from);
        String recipient = medium.address(to);
        synchronized (lock) {
            switch (body.strip().toUpperCase(Locale.ROOT)) {
                case "STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT" -> stopped.add(sender + " " + recipient);
                case "START", "YES", "UNSTOP" -> stopped.remove(sender + " " + recipient);
                default -> {}
            }
            lastWritten.put(sender, clock.instant());
        }
        Map<String, String> form = new LinkedHashMap<>();
        form.put("MessageSid", sid);
        form.put("SmsMessageSid", sid);
        form.put("AccountSid", accountSid);
        form.put("From", sender);
        form.put("To", recipient);
        form.put("Body", body);
        form.put("NumSegments", "1");
        form.put("SmsStatus", "received");
        form.put("ApiVersion", "2010-04-01");
        form.put("NumMedia", Integer.toString(attachments.size()));
        for (int i = 0; i < attachments.size(); i++) {
            form.put("MediaUrl" + i, attachments.get(i).url());
            form.put("MediaContentType" + i, attachments.get(i).contentType());
        }
        webhooks.deliver(form);
        return sid;
    }
}
