package dev.fanfare.sdk.registry;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every channel of an application: the one place that knows their names. Immutable.
 *
 * @param <U> the application's users
 */
public final class Registry<U> {
    /** The longest prefix first, so that the most exact pattern is found. */
    private final List<ChannelDeclaration<U>> channels;

    private final Map<Class<?>, List<Route<?>>> routes;

    Registry(List<ChannelDeclaration<U>> declared, Map<Class<?>, List<Route<?>>> routes) {
        this.routes = routes;
        channels = declared.stream()
                .sorted(Comparator.comparingInt((ChannelDeclaration<U> channel) ->
                                channel.pattern().prefix().length())
                        .reversed())
                .toList();
    }

    public static <U> RegistryBuilder<U> builder() {
        return new RegistryBuilder<>();
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
     * All that goes out when something happens, in the order of its declaration.
     *
     * @param event a record that was declared; an {@link OutboundEvent} stays as it is
     * @throws IllegalArgumentException if no such records were declared
     * @throws RealtimeException if an id in the record is none
     */
    public List<OutboundEvent> outbound(Object event) {
        if (event instanceof OutboundEvent outbound) {
            return List.of(outbound);
        }
        List<Route<?>> ways = routes.get(event.getClass());
        if (ways == null) {
            throw new IllegalArgumentException(
                    "No channel carries " + event.getClass().getName());
        }
        return ways.stream().flatMap(way -> outbound(way, event)).toList();
    }

    /**
     * The same for several events, in their order.
     *
     * @param exceptSocketId the connection that is not to hear of them; null leaves whatever an {@link OutboundEvent} says
     */
    public List<OutboundEvent> outbound(List<?> events, @Nullable String exceptSocketId) {
        return events.stream()
                .flatMap(event -> outbound(event).stream())
                .map(event -> exceptSocketId == null ? event : event.except(exceptSocketId))
                .toList();
    }

    /** Routes are kept under the class of their events. */
    @SuppressWarnings("unchecked")
    private static Stream<OutboundEvent> outbound(Route<?> way, Object event) {
        return ((Route<Object>) way).outbound(event);
    }
}
