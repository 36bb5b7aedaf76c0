package dev.fanfare.sdk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A service whose methods return when the server has answered, and throw {@link RealtimeException}. For code that may wait, such
 * as a job, a test, or a virtual thread. Safe to use from several threads.
 */
public final class BlockingRealtime {
    private final RealtimeService service;

    BlockingRealtime(RealtimeService service) {
        this.service = service;
    }

    /** As {@link RealtimeService#trigger}. */
    public void trigger(String channel, String eventName, @Nullable Object data) {
        await(service.trigger(channel, eventName, data));
    }

    /** As {@link RealtimeService#publish}. */
    public Map<String, ChannelInfo> publish(OutboundEvent event) {
        return await(service.publish(event));
    }

    /** As {@link RealtimeService#triggerBatch}. */
    public void triggerBatch(List<OutboundEvent> events) {
        await(service.triggerBatch(events));
    }

    /** As {@link RealtimeService#sendToUser}. */
    public void sendToUser(String userId, String eventName, @Nullable Object data) {
        await(service.sendToUser(userId, eventName, data));
    }

    /** As {@link RealtimeService#terminateConnections}. */
    public void terminateConnections(String userId) {
        await(service.terminateConnections(userId));
    }

    /** As {@link RealtimeService#channels}. */
    public Map<String, ChannelInfo> channels(String prefix, Set<ChannelInfo.Attribute> info) {
        return await(service.channels(prefix, info));
    }

    /** As {@link RealtimeService#channel}. */
    public ChannelInfo channel(String name, Set<ChannelInfo.Attribute> info) {
        return await(service.channel(name, info));
    }

    /** As {@link RealtimeService#members}. */
    public List<String> members(String presenceChannel) {
        return await(service.members(presenceChannel));
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RealtimeException failure) {
                throw new RealtimeException(
                        failure.kind(), failure.status(), String.valueOf(failure.getMessage()), failure);
            }
            throw e;
        }
    }
}
