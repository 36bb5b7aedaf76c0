package dev.fanfare.sdk.registry;

import dev.fanfare.sdk.OutboundEvent;
import java.util.function.Function;

/**
 * An event of one sort.
 *
 * @param name on the wire
 * @param type the record that carries it
 * @param id of its channel
 * @param pattern of its channel
 */
public record EventDeclaration<E>(String name, Class<E> type, Function<? super E, String> id, ChannelPattern pattern) {
    /** The event on its way to the channel that it says it belongs to. */
    OutboundEvent outbound(Object event) {
        E typed = type.cast(event);
        String channel = pattern.channel(pattern.parameter() == null ? "" : id.apply(typed))
                .value();
        return OutboundEvent.of(channel, name, typed);
    }
}
