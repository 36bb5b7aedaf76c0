package dev.fanfare.sdk;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Application data as text on the wire. */
public final class Payload {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Payload() {}

    /**
     * A text as it is, everything else as JSON.
     *
     * @throws RealtimeException if Jackson cannot write it
     */
    public static String text(@Nullable Object data) {
        return data instanceof String text ? text : json(data);
    }

    /** @throws RealtimeException if Jackson cannot write it */
    public static String json(@Nullable Object data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JacksonException e) {
            String type = data == null ? "null" : data.getClass().getName();
            throw new RealtimeException(
                    RealtimeException.Kind.REFUSED, 0, "Data of type " + type + " cannot be written as JSON", e);
        }
    }
}
