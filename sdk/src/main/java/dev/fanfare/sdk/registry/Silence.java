package dev.fanfare.sdk.registry;

import java.util.List;
import java.util.Set;

/**
 * What is declared and yet not said.
 *
 * @param entries patterns, or a pattern, a space and the name of an event on it
 */
record Silence(Set<String> entries, boolean ofAliases) {
    boolean covers(Route<?> route) {
        String pattern = route.pattern().toString();
        return route.event().isAlias() && ofAliases
                || entries.contains(pattern)
                || entries.contains(pattern + " " + route.event().name());
    }

    /** Entries that silence nothing. */
    List<String> unknown(List<? extends ChannelDeclaration<?>> channels) {
        return entries.stream()
                .filter(entry -> channels.stream().noneMatch(channel -> names(channel, entry)))
                .toList();
    }

    private static boolean names(ChannelDeclaration<?> channel, String entry) {
        String pattern = channel.pattern().toString();
        return entry.equals(pattern)
                || channel.events().stream().anyMatch(event -> entry.equals(pattern + " " + event.name()));
    }
}
