package dev.fanfare.sdk.registry;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Every channel of an application: the one place that knows their names. Immutable.
 *
 * @param <U> the application's users
 */
public final class Registry<U> {
    /** The longest prefix first, so that the most exact pattern is found. */
    private final List<ChannelDeclaration<U>> channels;

    private final Map<Class<?>, EventDeclaration<?>> events = new HashMap<>();

    private Registry(List<ChannelDeclaration<U>> declared) {
        channels = declared.stream()
                .sorted(Comparator.comparingInt((ChannelDeclaration<U> channel) ->
                                channel.pattern().prefix().length())
                        .reversed())
                .toList();
        declared.forEach(channel -> channel.events().forEach(event -> events.put(event.type(), event)));
    }

    public static <U> Builder<U> builder() {
        return new Builder<>();
    }

    /** In the order in which they are looked through. */
    public List<ChannelDeclaration<U>> channels() {
        return channels;
    }

    /** A channel that was declared, and the id in its name. */
    public record Match<U>(ChannelDeclaration<U> channel, String id) {}

    /** The declaration of a channel, or null. */
    public @Nullable Match<U> find(ChannelName name) {
        for (ChannelDeclaration<U> channel : channels) {
            String id = channel.pattern().id(name);
            if (id != null) {
                return new Match<>(channel, id);
            }
        }
        return null;
    }

    /**
     * The event that a record carries, to be published.
     *
     * @throws IllegalArgumentException if no channel carries such records
     * @throws RealtimeException if the id in the record is none
     */
    public OutboundEvent outbound(Object event) {
        EventDeclaration<?> declaration = events.get(event.getClass());
        if (declaration == null) {
            throw new IllegalArgumentException(
                    "No channel carries " + event.getClass().getName());
        }
        return declaration.outbound(event);
    }

    /** Collects declarations. Used by one thread. */
    public static final class Builder<U> {
        private final List<ChannelDeclaration<U>> declared = new ArrayList<>();

        private Builder() {}

        /**
         * @param pattern such as {@code private-user-{userId}}
         * @param declaration says the rest
         * @throws IllegalArgumentException if the pattern is none
         */
        public Builder<U> channel(String pattern, Consumer<ChannelDeclaration<U>> declaration) {
            ChannelDeclaration<U> channel = new ChannelDeclaration<>(ChannelPattern.parse(pattern));
            declaration.accept(channel);
            declared.add(channel);
            return this;
        }

        /** @throws IllegalStateException with all that is missing or declared twice */
        public Registry<U> build() {
            List<String> problems = new ArrayList<>();
            Set<String> prefixes = new HashSet<>();
            Set<Class<?>> types = new HashSet<>();
            for (ChannelDeclaration<U> channel : declared) {
                String problem = channel.problem();
                if (problem != null) {
                    problems.add(problem);
                }
                if (!prefixes.add(channel.pattern().prefix())) {
                    problems.add("Channel " + channel.pattern() + " is declared twice");
                }
                for (EventDeclaration<?> event : channel.events()) {
                    if (!types.add(event.type())) {
                        problems.add(event.type().getName() + " carries two events, expected one");
                    }
                }
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException(String.join("; ", problems));
            }
            return new Registry<>(declared);
        }
    }
}
