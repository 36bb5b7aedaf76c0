package dev.fanfare.sdk.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects declarations. Used by one thread.
 *
 * @param <U> the application's users
 */
public final class RegistryBuilder<U> {
    private final List<ChannelDeclaration<U>> channels = new ArrayList<>();
    private final List<Projected<?>> projections = new ArrayList<>();
    private final Set<String> silent = new LinkedHashSet<>();
    private boolean withoutAliases;

    private record Projected<E>(Class<E> type, Projection<E> projection) {}

    RegistryBuilder() {}

    /**
     * @param pattern such as {@code private-user-{userId}}
     * @param declaration says the rest
     * @throws IllegalArgumentException if the pattern is none
     */
    public RegistryBuilder<U> channel(String pattern, Consumer<ChannelDeclaration<U>> declaration) {
        ChannelDeclaration<U> channel = new ChannelDeclaration<>(ChannelPattern.parse(pattern));
        declaration.accept(channel);
        channels.add(channel);
        return this;
    }

    /**
     * Something that looks different to those who hear of it.
     *
     * @param type the record that says so in the application
     * @param projection says what who hears
     */
    public <E> RegistryBuilder<U> event(Class<E> type, Consumer<Projection<E>> projection) {
        Projection<E> routes = new Projection<>(type);
        projection.accept(routes);
        projections.add(new Projected<>(type, routes));
        return this;
    }

    /** Declarations that stand elsewhere. */
    public RegistryBuilder<U> with(Consumer<RegistryBuilder<U>> declarations) {
        declarations.accept(this);
        return this;
    }

    /**
     * Keeps from being sent what is declared, for an application that has no listeners for it.
     *
     * @param entries each a pattern, for all that goes to its channels, or a pattern, a space and the name of one event
     */
    public RegistryBuilder<U> silence(Collection<String> entries) {
        silent.addAll(entries);
        return this;
    }

    /** Keeps all aliases from being sent. */
    public RegistryBuilder<U> silenceAliases() {
        withoutAliases = true;
        return this;
    }

    /** @throws IllegalStateException with all that is missing, declared twice or silenced without being there */
    public Registry<U> build() {
        List<String> problems = new ArrayList<>();
        checkChannels(problems);
        Map<Class<?>, List<Route<?>>> routes = routes(problems);
        Silence silence = new Silence(silent, withoutAliases);
        silence.unknown(channels).forEach(entry -> problems.add("`" + entry + "` is silenced, but never declared"));
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
        routes.replaceAll((type, all) ->
                all.stream().filter(route -> !silence.covers(route)).toList());
        return new Registry<>(channels, routes);
    }

    private void checkChannels(List<String> problems) {
        Set<String> prefixes = new HashSet<>();
        for (ChannelDeclaration<U> channel : channels) {
            String problem = channel.problem();
            if (problem != null) {
                problems.add(problem);
            }
            if (!prefixes.add(channel.pattern().prefix())) {
                problems.add("Channel " + channel.pattern() + " is declared twice");
            }
        }
    }

    private Map<Class<?>, List<Route<?>>> routes(List<String> problems) {
        Map<Class<?>, List<Route<?>>> routes = new HashMap<>();
        for (ChannelDeclaration<U> channel : channels) {
            for (ChannelDeclaration.Carried<?> carried : channel.carried()) {
                put(routes, carried.type(), List.of(carried.route()), problems);
            }
        }
        for (Projected<?> projected : projections) {
            List<? extends Route<?>> ways = projected.projection().routes();
            put(routes, projected.type(), List.copyOf(ways), problems);
            ways.forEach(route -> announce(route, problems));
        }
        return routes;
    }

    private static void put(
            Map<Class<?>, List<Route<?>>> routes, Class<?> type, List<Route<?>> ways, List<String> problems) {
        if (routes.put(type, ways) != null) {
            problems.add(type.getName() + " carries two events, expected one");
        }
        for (Route<?> way : ways) {
            String problem = way.problem();
            if (problem != null) {
                problems.add(problem);
            }
        }
    }

    /** Lets the channel of a route know what its clients may hear. */
    private void announce(Route<?> route, List<String> problems) {
        ChannelDeclaration<U> channel = declared(route.pattern());
        if (channel == null) {
            problems.add("Event " + route.event().name() + " goes to " + route.pattern() + ", which is not declared");
        } else if (!channel.events().contains(route.event())) {
            channel.hears(route.event());
        }
    }

    private @Nullable ChannelDeclaration<U> declared(ChannelPattern pattern) {
        return channels.stream()
                .filter(channel -> channel.pattern().equals(pattern))
                .findFirst()
                .orElse(null);
    }
}
