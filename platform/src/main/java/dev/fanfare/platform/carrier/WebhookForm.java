package dev.fanfare.platform.carrier;

import dev.fanfare.platform.web.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a webhook says: a form or JSON, which the same words may stand in. */
record WebhookForm(Map<String, String> fields) {
    private static final int MOST_ATTACHMENTS = 10;

    /** @throws Problem 400 if it cannot be read */
    static WebhookForm parse(String body, boolean isJson) {
        try {
            return new WebhookForm(isJson ? json(body) : form(body));
        } catch (IllegalArgumentException | JacksonException e) {
            throw Problem.malformed("malformed", "Malformed request");
        }
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = equals < 0 ? pair : pair.substring(0, equals);
                fields.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> json(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field :
                JsonMapper.shared().readTree(body).properties()) {
            if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                fields.put(field.getKey(), field.getValue().asString());
            }
        }
        return fields;
    }

    /** Null if it is not there, or empty. */
    @Nullable
    String optional(String name) {
        String value = fields.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** @throws Problem 400 if it is not there */
    String required(String name) {
        String value = optional(name);
        if (value == null) {
            throw Problem.malformed("invalid", name + " is missing");
        }
        return value;
    }

    /** @throws Problem 400 if something is missing */
    InboundText text() {
        String from = required("From");
        String consent = fields.getOrDefault("OptOutType", "");
        return new InboundText(
                required("MessageSid"),
                Medium.of(from),
                Medium.number(from),
                Medium.number(required("To")),
                optional("MessagingServiceSid"),
                fields.getOrDefault("Body", ""),
                attachments(),
                optional("ProfileName"),
                switch (consent) {
                    case "STOP" -> InboundText.Consent.STOP;
                    case "START" -> InboundText.Consent.START;
                    default -> null;
                });
    }

    private List<InboundText.Attachment> attachments() {
        List<InboundText.Attachment> attachments = new ArrayList<>();
        for (int i = 0; i < MOST_ATTACHMENTS; i++) {
            String url = optional("MediaUrl" + i);
            if (url != null) {
                attachments.add(new InboundText.Attachment(
                        url, fields.getOrDefault("MediaContentType" + i, "application/octet-stream")));
            }
        }
        return attachments;
    }

    /**
     * What is reported of a text; null if that says nothing of how far it has come.
     *
     * @throws Problem 400 if something is missing
     */
    @Nullable
    StatusReport report(@Nullable String reference) {
        TextStatus status = TextStatus.of(required("MessageStatus"));
        String error = optional("ErrorCode");
        return status == null
                ? null
                : new StatusReport(
                        required("MessageSid"), status, error == null || error.equals("0") ? null : error, reference);
    }
}
