package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import java.util.concurrent.atomic.AtomicInteger;

/** One app on this node: its part on each loop, and how many connections it has. */
final class Hub {
    private final AppShard[] shards;
    private final AtomicInteger connections = new AtomicInteger();
    private final Relay relay;
    private volatile App app;

    Hub(App app, HubShard[] loops, Relay relay) {
        this.app = app;
        this.relay = relay;
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
        int limit = app.limits().connections();
        int current = connections.get();
        while (current < limit) {
            if (connections.compareAndSet(current, current + 1)) {
                return true;
            }
            current = connections.get();
        }
        return false;
    }

    void releaseConnection() {
        connections.decrementAndGet();
    }

    private int spread(int hash) {
        int mixed = (hash ^ app.id().hashCode()) * 0x9E3779B9;
        return Integer.remainderUnsigned(mixed ^ (mixed >>> 16), shards.length);
    }
}
