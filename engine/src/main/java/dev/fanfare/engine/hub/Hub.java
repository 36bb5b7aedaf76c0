package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppUsage;
import dev.fanfare.engine.listener.ChannelListener;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ChannelType;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** One app on this node: its part on each loop, and how many connections it has. */
final class Hub {
    private final AppShard[] shards;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger peakConnections = new AtomicInteger();
    private final AtomicInteger channels = new AtomicInteger();
    private final Relay relay;
    private final ChannelListener listener;
    private final Predicate<App> overQuota;
    private volatile App app;

    Hub(App app, HubShard[] loops, Relay relay, ChannelListener listener, Predicate<App> overQuota) {
        this.app = app;
        this.relay = relay;
        this.listener = listener;
        this.overQuota = overQuota;
        shards = new AppShard[loops.length];
        for (int i = 0; i < loops.length; i++) {
            shards[i] = new AppShard(this, loops[i]);
        }
    }

    App app() {
        return app;
    }

    /** Puts new settings in force. Connections that exist are left alone. */
    void replace(App settings) {
        app = settings;
    }

    /** Connections that count towards the app's limit. */
    int connections() {
        return connections.get();
    }

    Relay relay() {
        return relay;
    }

    ChannelListener listener() {
        return listener;
    }

    /** Whether the app has used up its messages. */
    boolean isOverQuota() {
        return overQuota.test(app);
    }

    AppShard[] shards() {
        return shards;
    }

    AppShard shard(int loop) {
        return shards[loop];
    }

    /** The part that owns the state of the channel. */
    AppShard homeOf(String channel) {
        return shards.length == 1 ? shards[0] : shards[spread(channel.hashCode())];
    }

    /** The part that owns the state of the user. */
    AppShard homeOfUser(String userId) {
        return homeOf(userId);
    }

    /** Takes one of the app's connections, or returns false if there is none left. */
    boolean reserveConnection() {
        boolean reserved = reserve(connections, app.limits().connections());
        if (reserved) {
            peakConnections.accumulateAndGet(connections.get(), Math::max);
        }
        return reserved;
    }

    void releaseConnection() {
        connections.decrementAndGet();
    }

    /** Takes one of the app's channels, or returns false if there is none left. A user's own channel is none of them. */
    boolean reserveChannel(ChannelName name) {
        return name.type() == ChannelType.SERVER_TO_USER
                || reserve(channels, app.limits().channels());
    }

    void releaseChannel(ChannelName name) {
        if (name.type() != ChannelType.SERVER_TO_USER) {
            channels.decrementAndGet();
        }
    }

    private static boolean reserve(AtomicInteger taken, int limit) {
        int current = taken.get();
        while (current < limit) {
            if (taken.compareAndSet(current, current + 1)) {
                return true;
            }
            current = taken.get();
        }
        return false;
    }

    AppUsage usage() {
        long published = 0;
        long clientEvents = 0;
        long delivered = 0;
        for (AppShard shard : shards) {
            published += shard.published.count();
            clientEvents += shard.clientEvents.count();
            delivered += shard.delivered.count();
        }
        return new AppUsage(
                published, clientEvents, delivered, connections.get(), channels.get(), peakConnections.get());
    }

    private int spread(int hash) {
        int mixed = (hash ^ app.id().hashCode()) * 0x9E3779B9;
        return Integer.remainderUnsigned(mixed ^ (mixed >>> 16), shards.length);
    }
}
