package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.listener.ChannelListener;
import dev.fanfare.engine.presence.PresenceChange;
import dev.fanfare.engine.presence.PresenceRoster;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.ChannelType;
import dev.fanfare.protocol.EventFrame;
import dev.fanfare.protocol.FrameWriter;
import dev.fanfare.protocol.PresenceMember;
import dev.fanfare.protocol.ProtocolLimits;
import dev.fanfare.protocol.SocketId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one channel: how many subscribe to it on each loop, who is present, its cached event. All events of the channel
 * pass here, which puts them into one order for everybody. Owned by the channel's home loop.
 */
final class HomeChannel {
    final ChannelName name;
    private final AppShard home;
    private final int[] perLoop;
    private int total;
    private @Nullable PresenceRoster roster;
    private @Nullable CachedEvent cached;
    private @Nullable CountAnnouncement announcement;

    HomeChannel(AppShard home, ChannelName name) {
        this.home = home;
        this.name = name;
        perLoop = new int[home.hub.shards().length];
    }

    /**
     * Takes a subscription in, or refuses it, and answers to the subscriber's loop. What was published before is in the
     * answer; what comes after follows it.
     */
    void join(Subscription subscription) {
        if (total == 0 && !home.hub.reserveChannel(name)) {
            refuse(
                    subscription,
                    "App is over its channel quota, at most "
                            + home.app().limits().channels() + " channels");
            return;
        }
        PresenceMember member = subscription.member;
        PresenceChange change = member == null
                ? PresenceChange.NONE
                : roster().join(member, home.app().limits().presenceMembers());
        if (change == PresenceChange.REFUSED) {
            if (total == 0) {
                home.hub.releaseChannel(name);
            }
            int limit = home.app().limits().presenceMembers();
            refuse(subscription, "Presence channel " + name + " is full, at most " + limit + " members");
            return;
        }
        if (total == 0) {
            listener().occupied(home.app(), name);
        }
        if (member != null && change == PresenceChange.JOINED) {
            broadcast(FrameWriter.memberAdded(name, member), null, null);
            listener().memberAdded(home.app(), name, member.userId());
        }
        perLoop[subscription.subscriber.app.shard.index]++;
        total++;
        answer(subscription, JoinAnswer.accepted(snapshot()));
        countChanged();
    }

    private void refuse(Subscription subscription, String reason) {
        answer(subscription, JoinAnswer.refused(reason));
        home.dropIfVacant(this);
    }

    /** Lets go of a subscription that {@link #join} took in. */
    void leave(Subscription subscription) {
        perLoop[subscription.subscriber.app.shard.index]--;
        total--;
        PresenceMember member = subscription.member;
        if (member != null && roster().leave(member.userId()) == PresenceChange.LEFT) {
            broadcast(FrameWriter.memberRemoved(name, member.userId()), null, null);
            listener().memberRemoved(home.app(), name, member.userId());
        }
        countChanged();
        if (total == 0) {
            home.hub.releaseChannel(name);
            listener().vacated(home.app(), name);
        }
        home.dropIfVacant(this);
    }

    void publish(EventFrame event, @Nullable SocketId except, @Nullable Countdown delivered) {
        if (name.isCached()) {
            long ttl = home.app().limits().cacheTtl().toNanos();
            cached = new CachedEvent(event, home.shard.liveness.now() + ttl);
        }
        broadcast(event.json(), except, delivered);
    }

    /** Delivers a frame to all subscribers but one, in the order of the calls. */
    void broadcast(byte[] frame, @Nullable SocketId except, @Nullable Countdown delivered) {
        for (int i = 0; i < perLoop.length; i++) {
            if (perLoop[i] == 0) {
                continue;
            }
            AppShard shard = home.hub.shard(i);
            if (shard == home) {
                shard.deliver(name.value(), frame, except);
                continue;
            }
            if (delivered != null) {
                delivered.announce();
            }
            shard.shard.loop.execute(() -> {
                shard.deliver(name.value(), frame, except);
                if (delivered != null) {
                    delivered.complete();
                }
            });
        }
    }

    int subscriptions() {
        return total;
    }

    List<String> userIds() {
        return roster == null ? List.of() : roster.userIds();
    }

    /** @param withCached whether the cached event is asked for: decoding it costs something */
    ChannelState state(boolean withCached) {
        return new ChannelState(total, roster == null ? 0 : roster.size(), withCached ? cachedState() : null);
    }

    /** Nobody subscribes to it and it keeps nothing. */
    boolean isVacant() {
        return total == 0 && current() == null;
    }

    private PresenceRoster roster() {
        PresenceRoster known = roster;
        if (known == null) {
            known = new PresenceRoster();
            roster = known;
        }
        return known;
    }

    private @Nullable CachedEvent current() {
        CachedEvent event = cached;
        if (event != null && event.isExpired(home.shard.liveness.now())) {
            event = null;
            cached = null;
        }
        return event;
    }

    private ChannelState.@Nullable Cached cachedState() {
        CachedEvent event = current();
        if (event == null) {
            return null;
        }
        long nanos = event.expiresAt() - home.shard.liveness.now();
        return new ChannelState.Cached(event.event().data(), nanos / 1_000_000_000L);
    }

    private byte[][] snapshot() {
        byte[] succeeded = name.isPresence()
                ? FrameWriter.subscriptionSucceeded(name, roster().members())
                : FrameWriter.subscriptionSucceeded(name);
        if (!name.isCached()) {
            return new byte[][] {succeeded};
        }
        CachedEvent event = current();
        if (event != null) {
            return new byte[][] {succeeded, event.event().json()};
        }
        listener().cacheMissed(home.app(), name);
        return new byte[][] {succeeded, FrameWriter.cacheMiss(name)};
    }

    private static void answer(Subscription subscription, JoinAnswer answer) {
        subscription.subscriber.app.shard.run(() -> subscription.subscriber.answered(subscription, answer));
    }

    /** Of channels that nobody knows of but their user, nothing is told. */
    private ChannelListener listener() {
        return name.type() == ChannelType.SERVER_TO_USER ? ChannelListener.NONE : home.hub.listener();
    }

    private void countChanged() {
        App app = home.app();
        if (!app.features().subscriptionCount() || !countsAreAnnounced()) {
            return;
        }
        if (total == 0) {
            listener().subscriptionCountChanged(app, name, 0);
            return;
        }
        CountAnnouncement known = announcement;
        if (known == null && total <= ProtocolLimits.SUBSCRIPTION_COUNT_COALESCE_ABOVE) {
            announceCount();
            return;
        }
        if (known == null) {
            known = new CountAnnouncement(this, home.shard);
            announcement = known;
        }
        known.changed();
    }

    void announceCount() {
        broadcast(FrameWriter.subscriptionCount(name, total), null, null);
        listener().subscriptionCountChanged(home.app(), name, total);
    }

    private boolean countsAreAnnounced() {
        return name.type() == ChannelType.PUBLIC || name.type() == ChannelType.PRIVATE;
    }
}
