package dev.fanfare.sdk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Another service, with somebody who is told what it does. */
final class ObservedRealtimeService implements RealtimeService {
    private final RealtimeService service;
    private final RealtimeObserver observer;

    ObservedRealtimeService(RealtimeService service, RealtimeObserver observer) {
        this.service = service;
        this.observer = observer;
    }

    private <T> CompletionStage<T> observed(String operation, String about, int events, CompletionStage<T> stage) {
        long start = System.nanoTime();
        return stage.whenComplete((answer, problem) -> {
            Throwable cause =
                    problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
            observer.completed(
                    operation,
                    about,
                    events,
                    Duration.ofNanos(System.nanoTime() - start),
                    cause == null || cause instanceof RealtimeException ? (RealtimeException) cause : unknown(cause));
        });
    }

    private static RealtimeException unknown(Throwable cause) {
        return new RealtimeException(RealtimeException.Kind.UNREACHABLE, 0, String.valueOf(cause), cause);
    }

    private static String about(List<OutboundEvent> events) {
        return events.isEmpty() ? "" : about(events.getFirst());
    }

    private static String about(OutboundEvent event) {
        return event.channels().isEmpty() ? "" : event.channels().getFirst();
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> publish(OutboundEvent event) {
        return observed("publish", about(event), 1, service.publish(event));
    }

    @Override
    public CompletionStage<Void> triggerBatch(List<OutboundEvent> events) {
        return observed("triggerBatch", about(events), events.size(), service.triggerBatch(events));
    }

    @Override
    public List<CompletionStage<Void>> publishEach(List<OutboundEvent> events) {
        List<CompletionStage<Void>> stages = service.publishEach(events);
        List<CompletionStage<Void>> all = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            all.add(observed("publishEach", about(events.get(i)), 1, stages.get(i)));
        }
        return all;
    }

    @Override
    public CompletionStage<Void> terminateConnections(String userId) {
        return observed("terminateConnections", userId, 0, service.terminateConnections(userId));
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> channels(String prefix, Set<ChannelInfo.Attribute> info) {
        return observed("channels", prefix, 0, service.channels(prefix, info));
    }

    @Override
    public CompletionStage<ChannelInfo> channel(String name, Set<ChannelInfo.Attribute> info) {
        return observed("channel", name, 0, service.channel(name, info));
    }

    @Override
    public CompletionStage<List<String>> members(String presenceChannel) {
        return observed("members", presenceChannel, 0, service.members(presenceChannel));
    }

    @Override
    public String authorizeChannel(String socketId, String channel, @Nullable Member member) {
        return service.authorizeChannel(socketId, channel, member);
    }

    @Override
    public String authenticateUser(String socketId, SignedInUser user) {
        return service.authenticateUser(socketId, user);
    }

    @Override
    public boolean isValidWebhook(@Nullable String key, @Nullable String signature, byte[] body) {
        return service.isValidWebhook(key, signature, body);
    }

    @Override
    public ClientConfig getClientConfig() {
        return service.getClientConfig();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return service.unwrap(type);
    }

    @Override
    public void close() {
        service.close();
    }
}
