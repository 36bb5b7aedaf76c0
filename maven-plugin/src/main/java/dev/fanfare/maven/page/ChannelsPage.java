package dev.fanfare.maven.page;

import dev.fanfare.maven.schema.ChannelPatterns;
import dev.fanfare.maven.schema.Channels;
import dev.fanfare.maven.schema.Channels.Channel;
import dev.fanfare.maven.schema.Channels.Event;
import dev.fanfare.maven.typescript.TypeExpression;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Markdown: each pattern with its events, then each type with its fields. Types are spelt as in TypeScript. */
public final class ChannelsPage {
    private final Channels channels;
    private final StringBuilder text = new StringBuilder();

    private ChannelsPage(Channels channels) {
        this.channels = channels;
    }

    /** @param origin where it comes from, on one line */
    public static String of(Channels channels, String title, String origin) {
        ChannelsPage page = new ChannelsPage(channels);
        page.line("<!-- " + origin + " -->");
        page.line("# " + title + ": channels");
        channels.sorted().forEach(page::channel);
        if (!channels.definitions().isEmpty()) {
            page.line("").line("## Types");
            channels.definitions().forEach(page::type);
        }
        return page.text.toString();
    }

    private ChannelsPage line(String line) {
        text.append(line).append('\n');
        return this;
    }

    private void channel(Channel channel) {
        String parameter = channel.pattern().parameter();
        line("").line("## `" + channel.pattern() + "`").line("");
        String type = ChannelPatterns.type(channel.pattern());
        String sort = type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        String key = channel.key();
        String builder = Character.isDigit(key.charAt(0)) ? "channels['" + key + "']" : "channels." + key;
        String call = "`" + builder + "(" + (parameter == null ? "" : parameter) + ")`";
        line(sort + (parameter == null ? " channel" : " channels, one for each `" + parameter + "`")
                + "; in TypeScript " + call + ".");
        if (channel.pattern().isPresence()) {
            JsonNode member = channel.member();
            line("").line("Members: an id, and " + (member == null ? "what is not declared" : linked(member)) + ".");
        }
        events(channel.events());
    }

    private void events(List<Event> events) {
        if (events.isEmpty()) {
            line("").line("No events are declared.");
            return;
        }
        line("").line("| event | data |").line("|---|---|");
        for (Event event : events) {
            line("| `" + cell(event.name()) + "`" + (event.isAlias() ? " (alias)" : "") + " | "
                    + linked(event.payload()) + " |");
        }
    }

    private void type(String name, JsonNode schema) {
        line("").line("### " + name).line("");
        if (schema.path("properties").isEmpty()) {
            line("`" + TypeExpression.of(schema) + "`");
            return;
        }
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        line("| field | type | may be |").line("|---|---|---|");
        schema.path("properties").forEachEntry((field, type) -> {
            boolean mayBeNull = TypeExpression.of(type).matches(".*\\bnull");
            String absent = required.contains(field) ? "" : mayBeNull ? "absent, null" : "absent";
            String format = type.path("format").asString("");
            line("| `" + cell(field) + "` | " + linked(type) + (format.isEmpty() ? "" : " " + format) + " | "
                    + (absent.isEmpty() && mayBeNull ? "null" : absent) + " |");
        });
    }

    /** The type, and links to what it mentions. */
    private String linked(JsonNode schema) {
        StringBuilder links = new StringBuilder("`" + cell(TypeExpression.of(schema)) + "`");
        schema.findValuesAsString("$ref").stream()
                .distinct()
                .filter(channels.definitions()::containsKey)
                .forEach(name -> links.append(" [↓](#")
                        .append(name.toLowerCase(Locale.ROOT))
                        .append(")"));
        return links.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
