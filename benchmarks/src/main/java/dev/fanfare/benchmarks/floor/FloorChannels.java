package dev.fanfare.benchmarks.floor;

import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.PresenceMember;
import dev.fanfare.protocol.ProtocolException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is subscribed to what, on the floor. */
final class FloorChannels {
    private static final int LONGEST_NAME = 200;

    /**
     * One peer on one channel.
     *
     * @param member null outside of presence channels
     */
    record Subscription(FloorPeer peer, @Nullable PresenceMember member) {}

    private final Map<String, List<Subscription>> byChannel = new HashMap<>();

    void deliver(String channel, byte[] text, @Nullable FloorPeer except) {
        byte[] frame = FloorPeer.frame(text);
        for (Subscription subscription : byChannel.getOrDefault(channel, List.of())) {
            if (subscription.peer != except) {
                subscription.peer.send(frame);
            }
        }
    }

    void subscribe(FloorPeer peer, String channel, @Nullable String channelData) throws ProtocolException {
        ChannelName name = ChannelName.parse(channel, LONGEST_NAME);
        List<Subscription> subscriptions = byChannel.computeIfAbsent(channel, _ -> new ArrayList<>(1));
        if (channelData == null) {
            subscriptions.add(new Subscription(peer, null));
            peer.send(FloorPeer.frame(FrameWriter.subscriptionSucceeded(name)));
            return;
        }
        PresenceMember member = PresenceMember.parse(channelData);
        deliver(channel, FrameWriter.memberAdded(name, member), null);
        subscriptions.add(new Subscription(peer, member));
        List<PresenceMember> members = new ArrayList<>();
        for (Subscription subscription : subscriptions) {
            if (subscription.member != null) {
                members.add(subscription.member);
            }
        }
        peer.send(FloorPeer.frame(FrameWriter.subscriptionSucceeded(name, members)));
    }

    void unsubscribe(FloorPeer peer, String channel) throws ProtocolException {
        List<Subscription> subscriptions = byChannel.getOrDefault(channel, List.of());
        for (int i = subscriptions.size() - 1; i >= 0; i--) {
            Subscription subscription = subscriptions.get(i);
            if (subscription.peer == peer) {
                subscriptions.remove(i);
                if (subscription.member != null) {
                    ChannelName name = ChannelName.parse(channel, LONGEST_NAME);
                    deliver(channel, FrameWriter.memberRemoved(name, subscription.member.userId()), null);
                }
                return;
            }
        }
    }

    /** Forgets the peer. Members who leave like this are not announced: no load does it. */
    void leaveAll(FloorPeer peer) {
        byChannel.values().forEach(each -> each.removeIf(subscription -> subscription.peer == peer));
    }
}
