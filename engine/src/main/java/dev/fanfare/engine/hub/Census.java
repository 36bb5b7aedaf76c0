package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ChannelType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Answers what channels there are and who is in them. Methods may be called from any thread. */
public final class Census {
    private final Hubs hubs;

    public Census(Hubs hubs) {
        this.hubs = hubs;
    }

    /** See {@code Node.channel}. */
    public void channel(App app, ChannelName channel, Consumer<ChannelState> answer) {
        AppShard home = hubs.of(app).homeOf(channel.value());
        home.shard.run(() -> {
            HomeChannel state = home.homeIfAny(channel.value());
            answer.accept(state == null ? ChannelState.VACANT : state.state(true));
        });
    }

    /** See {@code Node.members}. */
    public void members(App app, ChannelName channel, Consumer<List<String>> answer) {
        AppShard home = hubs.of(app).homeOf(channel.value());
        home.shard.run(() -> {
            HomeChannel state = home.homeIfAny(channel.value());
            answer.accept(state == null ? List.of() : state.userIds());
        });
    }

    /** See {@code Node.channels}. */
    public void channels(App app, String prefix, Consumer<Map<String, ChannelState>> answer) {
        Hub hub = hubs.of(app);
        Map<String, ChannelState> found = new ConcurrentHashMap<>();
        Countdown countdown = new Countdown(hub.shards().length, () -> answer.accept(new TreeMap<>(found)));
        for (AppShard home : hub.shards()) {
            home.shard.run(() -> {
                for (HomeChannel channel : home.homes()) {
                    if (channel.subscriptions() > 0
                            && channel.name.type() != ChannelType.SERVER_TO_USER
                            && channel.name.value().startsWith(prefix)) {
                        found.put(channel.name.value(), channel.state(false));
                    }
                }
                countdown.complete();
            });
        }
    }
}
