package dev.fanfare.sdk.recording;

import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.sdk.AppSigner;
import dev.fanfare.sdk.ChannelInfo;
import dev.fanfare.sdk.Checked;
import dev.fanfare.sdk.ClientConfig;
import dev.fanfare.sdk.OutboundEvent;
import dev.fanfare.sdk.RealtimeException;
import dev.fanfare.sdk.SigningRealtimeService;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers what would have been published, and refuses what a server would refuse. Nobody is ever connected to it. Its key and
 * secret are {@value #KEY} and {@value #SECRET}.
 */
public final class RecordingRealtimeService extends SigningRealtimeService {
    public static final String KEY = "recording-key";
    public static final String SECRET = "recording-secret";

    private final List<RecordedEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> terminated = new CopyOnWriteArrayList<>();
    private final int maxDataSize;

    public RecordingRealtimeService() {
        this(ProtocolLimits.EVENT_DATA_SIZE);
    }

    RecordingRealtimeService(int maxDataSize) {
        super(new AppSigner(KEY, new AppSecret(SECRET), null));
        this.maxDataSize = maxDataSize;
    }

    /** What has been published so far, in order. */
    public List<RecordedEvent> events() {
        return List.copyOf(events);
    }

    /** The users whose connections were closed, in order. */
    public List<String> terminated() {
        return List.copyOf(terminated);
    }

    /** Begins an assertion: {@code recording.on("auction-1").got("bid-placed").once()}. */
    public RecordedChannel on(String channel) {
        return new RecordedChannel(
                channel,
                events.stream().filter(event -> event.channel().equals(channel)).toList());
    }

    /** Forgets everything. */
    public void clear() {
        events.clear();
        terminated.clear();
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> publish(OutboundEvent event) {
        try {
            record(event);
            return CompletableFuture.completedFuture(Map.of());
        } catch (RealtimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void record(OutboundEvent event) {
        String data = Checked.event(event, maxDataSize);
        for (String channel : event.channels()) {
            events.add(new RecordedEvent(channel, event.name(), data, event.exceptSocketId()));
        }
    }

    @Override
    public CompletionStage<Void> triggerBatch(List<OutboundEvent> batch) {
        try {
            batch.forEach(event -> Checked.event(event, maxDataSize));
            batch.forEach(this::record);
            return CompletableFuture.completedFuture(null);
        } catch (RealtimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public List<CompletionStage<Void>> publishEach(List<OutboundEvent> batch) {
        return batch.stream()
                .<CompletionStage<Void>>map(event -> publish(event).thenApply(info -> null))
                .toList();
    }

    @Override
    public CompletionStage<Void> terminateConnections(String userId) {
        terminated.add(userId);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Map<String, ChannelInfo>> channels(String prefix, Set<ChannelInfo.Attribute> info) {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletionStage<ChannelInfo> channel(String name, Set<ChannelInfo.Attribute> info) {
        return CompletableFuture.completedFuture(new ChannelInfo(false, null, null));
    }

    @Override
    public CompletionStage<List<String>> members(String presenceChannel) {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public ClientConfig getClientConfig() {
        return new ClientConfig("recording", KEY, "", null, null, null, false, "/api/pusher/auth");
    }

    @Override
    public void close() {}
}
