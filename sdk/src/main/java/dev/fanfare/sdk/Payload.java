package dev.fanfare.sdk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Application data as text on the wire. Instants always have three digits of a second and a Z, as browsers write them. */
public final class Payload {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(new InstantSerializer()))
            .build();

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

    private static final class InstantSerializer extends StdSerializer<Instant> {
        private static final DateTimeFormatter MILLIS =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
            json.writeString(MILLIS.format(value));
        }
    }
}
