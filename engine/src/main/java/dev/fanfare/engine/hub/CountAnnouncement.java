package dev.fanfare.engine.hub;

import dev.fanfare.protocol.ProtocolLimits;

/**
 * Tells the subscribers of a channel how many they are: at every change while they are few, at intervals while they are many.
 * Source: Pusher Channels documentation, "Subscription counting".
 */
final class CountAnnouncement {
    private final HomeChannel channel;
    private final HubShard shard;
    private boolean due;
    private boolean waiting;

    CountAnnouncement(HomeChannel channel, HubShard shard) {
        this.channel = channel;
        this.shard = shard;
    }

    void changed() {
        if (channel.subscriptions() <= ProtocolLimits.SUBSCRIPTION_COUNT_COALESCE_ABOVE) {
            due = false;
            channel.announceCount();
        } else if (waiting) {
            due = true;
        } else {
            channel.announceCount();
            await();
        }
    }

    private void await() {
        waiting = true;
        shard.loop.schedule(this::intervalOver, ProtocolLimits.SUBSCRIPTION_COUNT_INTERVAL);
    }

    private void intervalOver() {
        waiting = false;
        if (due && channel.subscriptions() > 0) {
            due = false;
            channel.announceCount();
            await();
        }
    }
}
