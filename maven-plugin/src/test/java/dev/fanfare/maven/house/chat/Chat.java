package dev.fanfare.maven.house.chat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** What happens in conversations and at planning tables. */
public final class Chat {
    private Chat() {}

    /** Written as a text. */
    public record UserId(@JsonValue String value) {}

    /** A number where it is one, otherwise a text. */
    public record Estimate(String text) {
        @JsonValue
        Object json() {
            return text.chars().allMatch(Character::isDigit) ? Long.valueOf(text) : text;
        }
    }

    /** Another `Item` is in `Bids`. */
    public record Item(int position) {}

    /** A generic record. */
    public record Page<T>(List<T> content, int total) {
        /** Written, because Jackson takes it for a property. */
        public boolean isLast() {
            return content.size() == total;
        }
    }

    /** One of several, told apart by a property. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Attachment.Picture.class, name = "picture"),
        @JsonSubTypes.Type(value = Attachment.Voice.class, name = "voice")
    })
    public sealed interface Attachment {
        /** With a size. */
        record Picture(String url, int width) implements Attachment {}

        /** With a length. */
        record Voice(String url, Duration length) implements Attachment {}
    }

    /** Refers to itself. */
    public record Message(
            @JsonProperty("message_id") String id,
            UserId from,
            String text,
            List<Attachment> attachments,
            @Nullable Message inReplyTo,
            Optional<String> editedBy,
            JsonNode extra,
            @Nullable Object meta,
            byte[] digest,
            @JsonIgnore String secret) {}

    /** Has both pages. */
    public record History(Page<Message> messages, Page<Item> items) {}

    /** In snake case. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    public record VoteCast(UserId userId, Estimate estimate, Set<Estimate> allowedValues) {}

    /** Written by its getters, not by its fields. */
    public static class Typing {
        private final String internal;

        public Typing(String internal) {
            this.internal = internal;
        }

        public String getUser() {
            return internal;
        }

        public boolean isActive() {
            return !internal.isEmpty();
        }
    }
}
