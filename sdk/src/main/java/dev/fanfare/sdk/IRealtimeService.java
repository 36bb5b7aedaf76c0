package dev.fanfare.sdk;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The least that application code has to know to tell clients something, whoever carries it to them. Safe to use from several
 * threads. What goes wrong ends the stage with a {@link RealtimeException}; nothing is thrown but for arguments that are null.
 */
public interface IRealtimeService {
    /** As {@link #trigger} with the type of the event as its name. */
    default CompletionStage<Void> broadcast(String channel, RealtimeEvent event) {
        return trigger(channel, event.type(), event.data());
    }

    /**
     * Publishes one event on one channel.
     *
     * @param data any JSON value: null, a text, a number, a boolean, a collection, a map or an object that Jackson can write. A
     *     text is sent as it is, as other SDKs do
     * @return ends when the server has the event
     */
    CompletionStage<Void> trigger(String channel, String eventName, @Nullable Object data);

    /** What a client needs to connect; never a secret. */
    ClientConfig getClientConfig();
}
