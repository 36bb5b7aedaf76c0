package dev.fanfare.maven.typescript;

import dev.fanfare.maven.schema.Channels;
import dev.fanfare.maven.schema.Channels.Channel;
import dev.fanfare.maven.schema.Channels.Event;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A module of types for what goes over channels, and of functions that name them. It needs nothing but TypeScript 4.5. */
public final class TypeScript {
    private TypeScript() {}

    /** @param origin where it comes from, on one line */
    public static String of(Channels channels, String origin) {
        StringBuilder text = new StringBuilder("// " + origin + "\n");
        channels.definitions().forEach((name, schema) -> text.append('\n').append(declaration(name, schema)));
        text.append('\n').append(events(channels.sorted()));
        text.append('\n').append(members(channels.sorted()));
        text.append('\n').append(Lookup.of(channels.inOrder()));
        text.append('\n').append(Builders.of(channels.sorted()));
        return text.toString();
    }

    private static String declaration(String name, JsonNode schema) {
        boolean isObject = schema.path("type").asString("").equals("object")
                && !schema.path("additionalProperties").isObject();
        if (!isObject) {
            return "export type " + name + " = " + TypeExpression.of(schema) + ";\n";
        }
        StringBuilder text = new StringBuilder("export interface " + name + " {\n");
        for (String property : TypeExpression.properties(schema)) {
            text.append("  ").append(property).append(";\n");
        }
        return text.append("}\n").toString();
    }

    private static String events(List<Channel> channels) {
        StringBuilder text = new StringBuilder("/** What is told on the channels of each pattern. */\n");
        text.append("export interface ChannelEvents {\n");
        for (Channel channel : channels) {
            text.append("  ").append(Names.quoted(channel.pattern().toString())).append(": {\n");
            for (Event event : channel.events()) {
                text.append(event.isAlias() ? "    /** Says again what another event says. */\n" : "");
                text.append("    " + Names.quoted(event.name()) + ": " + TypeExpression.of(event.payload()) + ";\n");
            }
            text.append("  };\n");
        }
        return text.append("}\n").toString();
    }

    private static String members(List<Channel> channels) {
        StringBuilder text =
                new StringBuilder("/** What presence channels tell of their members, besides their ids. */\n");
        text.append("export interface ChannelMembers {\n");
        for (Channel channel : channels) {
            if (channel.pattern().isPresence()) {
                JsonNode member = channel.member();
                String type = member == null ? "unknown" : TypeExpression.of(member);
                text.append("  " + Names.quoted(channel.pattern().toString()) + ": " + type + ";\n");
            }
        }
        return text.append("}\n").toString();
    }
}
