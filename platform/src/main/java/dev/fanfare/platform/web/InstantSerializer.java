package dev.fanfare.platform.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Instants always have three digits of a second and a Z: in answers as in events. */
@JacksonComponent
class InstantSerializer extends ValueSerializer<Instant> {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializationContext context) {
        json.writeString(MILLIS.format(value));
    }
}
