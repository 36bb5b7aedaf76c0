package dev.fanfare.sdk.registry;

import dev.fanfare.sdk.OutboundEvent;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways that an event goes out.
 *
 * @param ids of the channels that get it; null for a pattern without a parameter
 * @param shape what the channel of an id sees; null for nothing
 * @param isWhole whether the event itself is what is seen
 */
record Route<E>(
        ChannelPattern pattern,
        EventDeclaration event,
        @Nullable Function<? super E, ? extends Collection<String>> ids,
        BiFunction<? super E, String, ? extends @Nullable Object> shape,
        boolean isWhole) {
    private static final Collection<String> NO_ID = List.of("");

    Stream<OutboundEvent> outbound(E happened) {
        Collection<String> channels = ids == null ? NO_ID : ids.apply(happened);
        return new LinkedHashSet<>(channels).stream().flatMap(id -> {
            Object payload = shape.apply(happened, id);
            if (payload == null) {
                return Stream.empty();
            }
            OutboundEvent outbound = OutboundEvent.of(pattern.channel(id).value(), event.name(), payload);
            return Stream.of(isWhole ? outbound : outbound.exactly());
        });
    }

    /** What is wrong with it, as a sentence, or null. */
    @Nullable
    String problem() {
        return pattern.parameter() != null && ids == null
                ? "Event " + event.name() + " does not say which channel of " + pattern + " it belongs to"
                : null;
    }
}
