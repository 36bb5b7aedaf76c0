package dev.fanfare.sdk.authorization;

import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.RealtimeException.Kind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a request. What it is, its content says: clients send a form whatever their header claims.
 *
 * @param fields the last value of each; of a list, each under its name with its index, as in {@code channel_name[0]}
 */
record AuthorizationRequest(Map<String, String> fields) {
    private static final int MAX_SIZE = 64 * 1024;
    private static final int MAX_CHANNELS = 100;
    private static final String CHANNEL_NAME = "channel_name";

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
                JsonNode value = field.getValue();
                if (value.isString()) {
                    fields.put(field.getKey(), value.asString());
                }
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    fields.put(field.getKey() + "[" + i + "]", value.path(i).asString(""));
                }
            }
        } catch (JacksonException e) {
            throw malformed("Request is not JSON, though it begins like it", e);
        }
        return fields;
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        int lists = 0;
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decoded(pair.substring(0, equals));
                String indexed = name.endsWith("[]") ? name.replace("[]", "[" + lists++ + "]") : name;
                fields.put(indexed, decoded(pair.substring(equals + 1)));
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

    /** @throws RealtimeException if there is no channel */
    String channel() {
        return required(CHANNEL_NAME);
    }

    /**
     * The channels of a request that asks for several.
     *
     * @throws RealtimeException if there are none or too many
     */
    List<String> channels() {
        List<String> channels = new ArrayList<>();
        String next = fields.get(CHANNEL_NAME + "[0]");
        while (next != null) {
            channels.add(next);
            next = fields.get(CHANNEL_NAME + "[" + channels.size() + "]");
        }
        if (channels.isEmpty() || channels.size() > MAX_CHANNELS) {
            throw malformed(
                    "Request has " + channels.size() + " of " + CHANNEL_NAME + "[], expected 1 to " + MAX_CHANNELS,
                    null);
        }
        return channels;
    }

    static RealtimeException malformed(String message, @Nullable Throwable cause) {
        return new RealtimeException(Kind.REFUSED, 0, message, cause);
    }
}
