package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.SocketId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app's part on one loop: the channels that connections of this loop are subscribed to, and the state of the channels and
 * users whose home this loop is. Owned by the loop.
 */
final class AppShard {
    final Hub hub;
    final HubShard shard;
    final Tally published = new Tally();
    final Tally clientEvents = new Tally();
    final Tally delivered = new Tally();
    private final Map<String, LocalChannel> channels = new HashMap<>();
    private final Map<String, HomeChannel> homes = new HashMap<>();
    private final Map<String, HomeUser> users = new HashMap<>();

    AppShard(Hub hub, HubShard shard) {
        this.hub = hub;
        this.shard = shard;
    }

    App app() {
        return hub.app();
    }

    LocalChannel channel(ChannelName name) {
        LocalChannel channel = channels.get(name.value());
        if (channel == null) {
            channel = new LocalChannel(name);
            channels.put(name.value(), channel);
        }
        return channel;
    }

    void dropIfUnused(LocalChannel channel) {
        if (channel.isUnused()) {
            channels.remove(channel.name.value(), channel);
        }
    }

    /** Delivers a frame to the subscribers of this loop. */
    void deliver(String channel, byte[] frame, @Nullable SocketId except) {
        LocalChannel local = channels.get(channel);
        if (local != null) {
            delivered.add(shard.deliver(local, frame, except));
        }
    }

    /** The state of a channel whose home this is; made if there is none. */
    HomeChannel home(ChannelName name) {
        HomeChannel home = homes.get(name.value());
        if (home == null) {
            home = new HomeChannel(this, name);
            homes.put(name.value(), home);
        }
        return home;
    }

    @Nullable
    HomeChannel homeIfAny(String channel) {
        return homes.get(channel);
    }

    Iterable<HomeChannel> homes() {
        return homes.values();
    }

    void dropIfVacant(HomeChannel home) {
        if (home.isVacant()) {
            homes.remove(home.name.value(), home);
        }
    }

    /** Forgets cached events whose time is over. */
    void expire() {
        for (Iterator<HomeChannel> all = homes.values().iterator(); all.hasNext(); ) {
            if (all.next().isVacant()) {
                all.remove();
            }
        }
    }

    HomeUser user(String id) {
        return users.computeIfAbsent(id, key -> new HomeUser(this, key));
    }

    @Nullable
    HomeUser userIfAny(String id) {
        return users.get(id);
    }

    void dropIfUnused(HomeUser user) {
        if (user.isUnused()) {
            users.remove(user.id, user);
        }
    }
}
