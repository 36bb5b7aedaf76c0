package dev.fanfare.maven.schema;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.registry.ChannelPattern;
import java.util.Comparator;
import java.util.List;

/** What a pattern says about its channels. */
public final class ChannelPatterns {
    static final Comparator<ChannelPattern> BY_TEXT = Comparator.comparing(ChannelPattern::toString);

    private static final List<String> TYPES = List.of(
            "cache-",
            "presence-",
            "presence-cache-",
            "private-",
            "private-cache-",
            "private-encrypted-",
            "private-encrypted-cache-");

    private ChannelPatterns() {}

    /** What the names of channels begin with that would be of this pattern, were they not of another type. */
    public static List<String> excluded(ChannelPattern pattern) {
        if (pattern.parameter() == null) {
            return List.of();
        }
        List<String> longer = TYPES.stream()
                .filter(type -> type.length() > pattern.prefix().length() && type.startsWith(pattern.prefix()))
                .toList();
        return longer.stream()
                .filter(type -> longer.stream().noneMatch(other -> !type.equals(other) && type.startsWith(other)))
                .toList();
    }

    /** Such as {@code private}, and {@code public cache}. */
    public static String type(ChannelPattern pattern) {
        ChannelName name = example(pattern);
        String type = switch (name.type()) {
            case ENCRYPTED -> "private encrypted";
            case PRIVATE -> "private";
            case PRESENCE -> "presence";
            case PUBLIC, SERVER_TO_USER -> "public";
        };
        return name.isCached() ? type + " cache" : type;
    }

    private static ChannelName example(ChannelPattern pattern) {
        return Checked.channel(pattern.parameter() == null ? pattern.prefix() : pattern.prefix() + "0");
    }
}
