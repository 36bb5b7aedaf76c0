package dev.fanfare.maven.schema;

import dev.fanfare.sdk.registry.ChannelDeclaration;
import dev.fanfare.sdk.registry.ChannelPattern;
import dev.fanfare.sdk.registry.Registry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The channels of an application and what goes over them: all that is generated is made of this.
 *
 * @param inOrder as a registry looks them through, the most exact pattern first
 * @param definitions the schemas that others refer to; {@code $ref} is a name here
 */
public record Channels(List<Channel> inOrder, NavigableMap<String, JsonNode> definitions) {
    /**
     * Channels of one pattern.
     *
     * @param key a word for it, an identifier unless it begins with a digit
     * @param member what a presence channel tells of its members besides their ids; null if that was not declared
     */
    public record Channel(
            ChannelPattern pattern, String key, @Nullable JsonNode member, List<Event> events) {}

    /**
     * Something that clients may hear.
     *
     * @param payload a schema; of several that were declared under one name, any
     */
    public record Event(String name, boolean isAlias, JsonNode payload) {}

    public static Channels of(Registry<?> registry) {
        Map<ChannelPattern, String> keys = BuilderNames.of(
                registry.channels().stream().map(ChannelDeclaration::pattern).toList());
        Schemas schemas = new Schemas();
        List<Channel> channels = new ArrayList<>();
        for (ChannelDeclaration<?> declared : registry.channels()) {
            ChannelPattern pattern = declared.pattern();
            Class<?> info = declared.memberInfo();
            JsonNode member = info == null ? null : schemas.of(info);
            channels.add(new Channel(pattern, String.valueOf(keys.get(pattern)), member, events(declared, schemas)));
        }
        Definitions definitions = schemas.definitions();
        List<Channel> named =
                channels.stream().map(channel -> named(channel, definitions)).toList();
        return new Channels(named, definitions.byName());
    }

    private static List<Event> events(ChannelDeclaration<?> declared, Schemas schemas) {
        return declared.events().stream()
                .map(event -> new Event(event.name(), event.isAlias(), schemas.of(event.payload())))
                .toList();
    }

    private static Event either(Event one, Event other) {
        if (one.payload().equals(other.payload())) {
            return new Event(one.name(), one.isAlias() && other.isAlias(), one.payload());
        }
        ArrayNode all = JacksonView.JSON.createArrayNode();
        if (one.payload().path("anyOf") instanceof ArrayNode alternatives) {
            all.addAll(alternatives);
        } else {
            all.add(one.payload());
        }
        all.add(other.payload());
        JsonNode payload = JacksonView.JSON.createObjectNode().set("anyOf", all);
        return new Event(one.name(), one.isAlias() && other.isAlias(), payload);
    }

    private static Channel named(Channel channel, Definitions definitions) {
        JsonNode member = channel.member();
        Map<String, Event> events = new LinkedHashMap<>();
        for (Event event : channel.events()) {
            Event named = new Event(event.name(), event.isAlias(), definitions.named(event.payload()));
            events.merge(event.name(), named, Channels::either);
        }
        return new Channel(
                channel.pattern(),
                channel.key(),
                member == null ? null : definitions.named(member),
                List.copyOf(events.values()));
    }

    /** Sorted by pattern, for readers. */
    public List<Channel> sorted() {
        return inOrder.stream()
                .sorted((one, other) -> ChannelPatterns.BY_TEXT.compare(one.pattern(), other.pattern()))
                .toList();
    }
}
