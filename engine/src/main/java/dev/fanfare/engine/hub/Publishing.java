package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.SocketId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes events from publishers to the channels' home loops. Methods may be called from any thread. */
public final class Publishing {
    private final Hubs hubs;

    public Publishing(Hubs hubs) {
        this.hubs = hubs;
    }

    /** See {@code Node.publish}. */
    public void publish(App app, List<Publication> publications, Consumer<List<ChannelState>> accepted) {
        Hub hub = hubs.of(app);
        if (publications.size() == 1) {
            publishOne(hub, publications.getFirst(), accepted);
            return;
        }
        ChannelState[] states = new ChannelState[publications.size()];
        Countdown countdown = new Countdown(states.length, () -> accepted.accept(Arrays.asList(states)));
        for (int i = 0; i < states.length; i++) {
            int index = i;
            Publication publication = publications.get(i);
            AppShard home = hub.homeOf(publication.channel().value());
            home.shard.run(() -> {
                states[index] = publish(home, publication, countdown);
                countdown.complete();
            });
        }
    }

    private void publishOne(Hub hub, Publication publication, Consumer<List<ChannelState>> accepted) {
        AppShard home = hub.homeOf(publication.channel().value());
        if (hub.shards().length == 1 && home.shard.loop.inLoop()) {
            accepted.accept(List.of(publish(home, publication, null)));
            return;
        }
        List<ChannelState> states = new ArrayList<>(1);
        Countdown countdown = new Countdown(1, () -> accepted.accept(states));
        home.shard.run(() -> {
            states.add(publish(home, publication, countdown));
            countdown.complete();
        });
    }

    /** On the home loop. */
    private static ChannelState publish(AppShard home, Publication publication, @Nullable Countdown delivered) {
        Hub hub = home.hub;
        home.published.add(1);
        hub.relay().published(hub.app().id(), publication.channel().value(), publication.event(), publication.except());
        return publishHere(home, publication.channel(), publication.event(), publication.except(), delivered);
    }

    private static ChannelState publishHere(
            AppShard home,
            ChannelName channel,
            EventFrame event,
            @Nullable SocketId except,
            @Nullable Countdown delivered) {
        HomeChannel state = channel.isCached() ? home.home(channel) : home.homeIfAny(channel.value());
        if (state == null) {
            return ChannelState.VACANT;
        }
        state.publish(event, except, delivered);
        return state.state(false);
    }

    /** An event that another node published. */
    public void received(String appId, ChannelName channel, EventFrame event, @Nullable SocketId except) {
        Hub hub = hubs.ofId(appId);
        if (hub != null) {
            AppShard home = hub.homeOf(channel.value());
            home.shard.run(() -> publishHere(home, channel, event, except, null));
        }
    }

    /** A client event that another node relayed. */
    public void received(String appId, String channel, byte[] frame, SocketId sender) {
        Hub hub = hubs.ofId(appId);
        if (hub != null) {
            AppShard home = hub.homeOf(channel);
            home.shard.run(() -> ClientEvents.deliver(home, channel, frame, sender));
        }
    }

    /** Closes every connection of this node that is signed in as the user. */
    public void terminate(App app, String userId, Runnable done) {
        AppShard home = hubs.of(app).homeOfUser(userId);
        home.shard.run(() -> {
            HomeUser user = home.userIfAny(userId);
            if (user != null) {
                user.terminate();
            }
            done.run();
        });
    }

    /** Closes those of the connections that this node has. */
    public void terminate(App app, Set<SocketId> socketIds, CloseCode code, Runnable done) {
        hubs.close(app, socketIds, code, done);
    }
}
