package dev.fanfare.maven.typescript;

import dev.fanfare.maven.schema.ChannelPatterns;
import dev.fanfare.maven.schema.Channels.Channel;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.sdk.registry.ChannelPattern;
import java.util.List;
import java.util.stream.Collectors;

/** Functions that make the names of channels, by the rule of {@link ChannelPattern#channel}. */
final class Builders {
    private static final String FUNCTION = """
            function channel<Prefix extends string>(prefix: Prefix, id: string, others: string[] = []): `${Prefix}${string}` {
              const name: `${Prefix}${string}` = `${prefix}${id}`;
              if (id === '' || name.length > %d || !/^[A-Za-z0-9_=@,.;-]+$/.test(name)) {
                throw new Error(`Channel ${prefix} with id '${id}': expected up to %d of A-Z a-z 0-9 _ - = @ , . ; in all`);
              }
              if (others.some((other) => name.startsWith(other))) {
                throw new Error(`Channel ${name} would be of another type than ${prefix}`);
              }
              return name;
            }
            """;

    private Builders() {}

    static String of(List<Channel> channels) {
        StringBuilder text =
                new StringBuilder("/** Names of channels. An id that cannot be part of one throws an Error. */\n");
        text.append("export const channels = {\n");
        for (Channel channel : channels) {
            text.append("  " + Names.property(channel.key()) + ": " + function(channel.pattern()) + ",\n");
        }
        text.append("};\n");
        if (channels.stream().anyMatch(channel -> channel.pattern().parameter() != null)) {
            int longest = ProtocolLimits.CHANNEL_NAME_LENGTH_MAX;
            text.append('\n').append(FUNCTION.formatted(longest, longest));
        }
        return text.toString();
    }

    private static String function(ChannelPattern pattern) {
        String prefix = Names.quoted(pattern.prefix());
        String parameter = pattern.parameter();
        if (parameter == null) {
            return "() => " + prefix + " as const";
        }
        String id = Names.parameter(parameter);
        String others =
                ChannelPatterns.excluded(pattern).stream().map(Names::quoted).collect(Collectors.joining(", "));
        String last = others.isEmpty() ? "" : ", [" + others + "]";
        return "(" + id + ": string) => channel(" + prefix + ", " + id + last + ")";
    }
}
