package dev.fanfare.maven.typescript;

import dev.fanfare.maven.schema.ChannelPatterns;
import dev.fanfare.maven.schema.Channels.Channel;
import dev.fanfare.sdk.registry.ChannelPattern;
import java.util.List;
import java.util.stream.Collectors;

/** Types that find a channel's events by its name, as the registry finds its pattern. */
final class Lookup {
    private static final String TYPES = """

            /** The names of the events of a channel. */
            export type EventName<Name extends string> =
              [PatternOf<Name>] extends [never] ? never : keyof ChannelEvents[PatternOf<Name>] & string;

            /** What an event of a channel carries. */
            export type EventData<Name extends string, Event extends EventName<Name>> = ChannelEvents[PatternOf<Name>][Event];

            /** What a presence channel tells of its members, besides their ids. */
            export type MemberInfoOf<Name extends string> =
              PatternOf<Name> extends keyof ChannelMembers ? ChannelMembers[PatternOf<Name>] : never;
            """;

    private Lookup() {}

    /** @param channels the most exact pattern first */
    static String of(List<Channel> channels) {
        StringBuilder text = new StringBuilder("export type ChannelPattern = keyof ChannelEvents;\n\n");
        text.append("/** The pattern of a channel's name, the most exact one; never if there is none. */\n");
        text.append("export type PatternOf<Name extends string> =\n");
        for (Channel channel : channels) {
            ChannelPattern pattern = channel.pattern();
            List<String> excluded = ChannelPatterns.excluded(pattern);
            if (!excluded.isEmpty()) {
                String others = excluded.stream().map(Lookup::beginning).collect(Collectors.joining(" | "));
                text.append("  Name extends " + others + " ? never :\n");
            }
            text.append("  Name extends " + name(pattern) + " ? " + Names.quoted(pattern.toString()) + " :\n");
        }
        return text.append("  never;\n").append(TYPES).toString();
    }

    /** The type of the names of a pattern's channels. */
    static String name(ChannelPattern pattern) {
        return pattern.parameter() == null ? Names.quoted(pattern.prefix()) : beginning(pattern.prefix());
    }

    private static String beginning(String prefix) {
        return "`" + prefix + "${string}`";
    }
}
