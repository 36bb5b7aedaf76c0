package dev.fanfare.server.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one endpoint.
 *
 * @param key its place in the order of all events, also in the store
 * @param millis when it happened, since 1970
 * @param json the event's object
 */
record QueuedEvent(String key, String appId, String url, long millis, String channel, String json) {
    private static final int FIELDS = 5;

    /** For the store; no field holds a line break. */
    String text() {
        return String.join("\n", appId, url, Long.toString(millis), channel, json);
    }

    /** Null if it is not such a text. */
    static @Nullable QueuedEvent read(String key, String text) {
        List<String> fields = List.of(text.split("\n", FIELDS));
        if (fields.size() < FIELDS) {
            return null;
        }
        try {
            long millis = Long.parseLong(fields.get(2));
            return new QueuedEvent(key, fields.get(0), fields.get(1), millis, fields.get(3), fields.get(4));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
