package dev.fanfare.sdk.authorization;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a request. What it is, its content says: clients send a form whatever their header claims.
 *
 * @param fields the last value of each
 */
record AuthorizationRequest(Map<String, String> fields) {
    private static final int MAX_SIZE = 64 * 1024;

    /** @throws RealtimeException if it is neither JSON, nor multipart, nor a form */
    static AuthorizationRequest parse(byte[] body) {
        if (body.length > MAX_SIZE) {
            throw malformed("Request has " + body.length + " bytes, expected at most " + MAX_SIZE, null);
        }
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.startsWith("{")) {
            return new AuthorizationRequest(json(text));
        }
        return new AuthorizationRequest(text.startsWith("--") ? Multipart.fields(text) : form(text));
    }

    private static Map<String, String> json(String text) {
        Map<String, String> fields = new HashMap<>();
        try {
            for (Map.Entry<String, JsonNode> field :
                    JsonMapper.shared().readTree(text).properties()) {
                if (field.getValue().isString()) {
                    fields.put(field.getKey(), field.getValue().asString());
                }
            }
        } catch (JacksonException e) {
            throw malformed("Request is not JSON, though it begins like it", e);
        }
        return fields;
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("Request is not a form: an escape in it is wrong", e);
        }
    }

    /** @throws RealtimeException if it is missing */
    String required(String name) {
        String value = fields.get(name);
        if (value == null || value.isEmpty()) {
            throw malformed("Request has no " + name, null);
        }
        return value;
    }

    static RealtimeException malformed(String message, @Nullable Throwable cause) {
        return new RealtimeException(Kind.REFUSED, 0, message, cause);
    }
}
