package dev.fanfare.sdk.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an event looks like to those who hear of it: to each channel what its clients may know, under the names that they listen
 * for. Nobody adds anything to these payloads, not even an outbox its id. Built before the registry is, by one thread.
 *
 * @param <E> the event, which never leaves the application itself
 */
public final class Projection<E> {
    private final Class<E> type;
    private final List<Route<E>> routes = new ArrayList<>();

    Projection(Class<E> type) {
        this.type = type;
    }

    /**
     * One channel hears of it as it is.
     *
     * @param pattern of the channel, which is declared elsewhere in the registry
     * @param name of the event on the wire
     * @param id of the channel
     */
    public Projection<E> whole(String pattern, String name, Function<? super E, String> id) {
        return to(pattern, name, type, id, event -> event);
    }

    /** The same for a channel whose pattern has no parameter. */
    public Projection<E> whole(String pattern, String name) {
        return to(pattern, name, type, event -> event);
    }

    /**
     * One channel hears of it.
     *
     * @param pattern of the channel, which is declared elsewhere in the registry
     * @param name of the event on the wire
     * @param payload what its data look like
     * @param id of the channel
     * @param shape makes the payload; null from it means that the channel hears nothing
     */
    public <P> Projection<E> to(
            String pattern,
            String name,
            Class<P> payload,
            Function<? super E, String> id,
            Function<? super E, ? extends @Nullable P> shape) {
        return add(
                pattern, new EventDeclaration(name, payload, false), one(id), (event, channel) -> shape.apply(event));
    }

    /** The same for a channel whose pattern has no parameter. */
    public <P> Projection<E> to(
            String pattern, String name, Class<P> payload, Function<? super E, ? extends @Nullable P> shape) {
        return add(pattern, new EventDeclaration(name, payload, false), null, (event, channel) -> shape.apply(event));
    }

    /** The same once more in other words, which {@link RegistryBuilder#silenceAliases} takes away. */
    public <P> Projection<E> alias(
            String pattern,
            String name,
            Class<P> payload,
            Function<? super E, String> id,
            Function<? super E, ? extends @Nullable P> shape) {
        return add(pattern, new EventDeclaration(name, payload, true), one(id), (event, channel) -> shape.apply(event));
    }

    /**
     * Several channels of one pattern hear of it, each in its own way: a user's own, say.
     *
     * @param ids of the channels; what is there twice counts once
     * @param shape makes the payload for the channel of an id; null from it means that this channel hears nothing
     */
    public <P> Projection<E> toEach(
            String pattern,
            String name,
            Class<P> payload,
            Function<? super E, ? extends Collection<String>> ids,
            BiFunction<? super E, String, ? extends @Nullable P> shape) {
        return add(pattern, new EventDeclaration(name, payload, false), ids, shape);
    }

    private static <E> Function<E, List<String>> one(Function<? super E, String> id) {
        return event -> List.of(id.apply(event));
    }

    private Projection<E> add(
            String pattern,
            EventDeclaration event,
            @Nullable Function<? super E, ? extends Collection<String>> ids,
            BiFunction<? super E, String, ? extends @Nullable Object> shape) {
        routes.add(new Route<>(ChannelPattern.parse(pattern), event, ids, shape, false));
        return this;
    }

    List<Route<E>> routes() {
        return routes;
    }
}
