package dev.fanfare.sdk.outbox;

import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts an event's id into its data, where clients look for what they have had before. */
final class EventIds {
    private EventIds() {}

    /**
     * @param field null for nowhere
     * @return the data as text; with the field if they are an object that has neither it nor an {@code id}, and may be changed
     */
    static String stamped(OutboundEvent event, @Nullable String field, String eventId) {
        String text = Payload.text(event.data());
        if (field == null || event.exact() || !text.startsWith("{")) {
            return text;
        }
        try {
            if (JsonMapper.shared().readTree(text) instanceof ObjectNode object
                    && !object.has("id")
                    && !object.has(field)) {
                return Payload.json(object.put(field, eventId));
            }
        } catch (JacksonException e) {
            return text; // only looks like an object
        }
        return text;
    }
}
