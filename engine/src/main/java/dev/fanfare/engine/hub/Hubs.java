package dev.fanfare.engine.hub;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppFeatures;
import dev.fanfare.engine.app.AppLimits;
import dev.fanfare.engine.app.AppUsage;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.connection.Loop;
import dev.fanfare.engine.listener.ChannelListener;
import dev.fanfare.protocol.AppSecret;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.SocketId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All apps of this node on all its loops. Methods may be called from any thread unless they say otherwise. */
public final class Hubs {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_PER_EXPIRY = 30;
    /** Where connections that name no app are until they are closed. */
    private static final App NOWHERE = new App(
            "",
            "",
            List.of(new AppSecret("nobody signs with it")),
            false,
            List.of(),
            1,
            AppFeatures.NONE,
            AppLimits.DEFAULT);

    private final HubShard[] shards;
    private final Arrivals[] arrivals;
    private final Apps apps;
    private final Relay relay;
    private final HubSettings settings;
    private final ConcurrentMap<String, Hub> hubs = new ConcurrentHashMap<>();
    private final Hub nowhere;
    private volatile boolean draining;

    public Hubs(List<Loop> loops, Apps apps, Relay relay, HubSettings settings) {
        this.apps = apps;
        this.relay = relay;
        this.settings = settings;
        shards = new HubShard[loops.size()];
        arrivals = new Arrivals[loops.size()];
        for (int i = 0; i < shards.length; i++) {
            Liveness liveness =
                    new Liveness(settings.ticker(), (int) settings.pongTimeout().toSeconds());
            shards[i] = new HubShard(i, loops.get(i), liveness);
            arrivals[i] = new Arrivals(shards[i], settings.random());
        }
        nowhere = new Hub(NOWHERE, shards, relay, ChannelListener.NONE, app -> false);
    }

    /** Begins to look for connections that have gone silent. */
    public void start() {
        for (HubShard shard : shards) {
            shard.loop.schedule(() -> tick(shard, 1), TICK);
        }
    }

    private void tick(HubShard shard, int count) {
        shard.liveness.tick();
        if (count % TICKS_PER_EXPIRY == 0) {
            for (Hub hub : hubs.values()) {
                hub.shard(shard.index).expire();
            }
        }
        shard.loop.schedule(() -> tick(shard, count + 1), TICK);
    }

    /** See {@code Node.open}. Called on the connection's loop. */
    public Subscriber open(Loop loop, ConnectionRequest request, Connection connection) {
        Arrivals here = arrivals[indexOf(loop)];
        CloseCode refusal =
                Arrivals.refusal(request, !draining && settings.accepting().getAsBoolean());
        App app = request.appKey() == null ? null : apps.byKey(request.appKey());
        if (refusal != null) {
            return here.refuse(app == null ? nowhere : of(app), connection, refusal);
        }
        return app == null
                ? here.refuse(nowhere, connection, CloseCode.UNKNOWN_APP)
                : here.admit(of(app), request, connection);
    }

    private int indexOf(Loop loop) {
        for (HubShard shard : shards) {
            if (shard.loop == loop) {
                return shard.index;
            }
        }
        throw new IllegalArgumentException("The loop is not one of this node's");
    }

    Hub of(App app) {
        Hub hub = hubs.get(app.id());
        return hub != null
                ? hub
                : hubs.computeIfAbsent(
                        app.id(), id -> new Hub(app, shards, relay, settings.listener(), settings.overQuota()));
    }

    /** The hub of an app that another node names, or null if this node does not know it. */
    @Nullable
    Hub ofId(String appId) {
        App app = apps.byId(appId);
        return app == null ? null : of(app);
    }

    /** Whether the app has used up its messages. */
    public boolean isOverQuota(App app) {
        return settings.overQuota().test(app);
    }

    /** What the app has done and holds on this node. */
    public AppUsage usage(App app) {
        Hub hub = hubs.get(app.id());
        return hub == null ? AppUsage.NONE : hub.usage();
    }

    /**
     * Puts the apps' present settings in force. Connections stay, but for those of an app that is disabled or that there is no
     * more.
     */
    public void refresh() {
        for (Hub hub : hubs.values()) {
            App present = apps.byId(hub.app().id());
            if (present != null) {
                hub.replace(present);
            }
            if (present == null || !present.enabled()) {
                CloseCode code = present == null ? CloseCode.UNKNOWN_APP : CloseCode.APP_DISABLED;
                forEach(subscriber -> {
                    if (subscriber.app.hub == hub) {
                        subscriber.refuse(code);
                    }
                });
            }
        }
    }

    /** See {@code Node.drain}. */
    public void drain(Duration over, Runnable drained) {
        draining = true;
        Countdown countdown = new Countdown(shards.length, drained);
        for (HubShard shard : shards) {
            shard.run(() -> new Drain(shard, over, countdown::complete).step());
        }
    }

    /** Closes every connection of this node. */
    public void closeAll(CloseCode code) {
        forEach(subscriber -> subscriber.close(code));
    }

    /** Closes those of an app's connections that have one of these ids. */
    void close(App app, Set<SocketId> socketIds, CloseCode code, Runnable done) {
        Hub hub = of(app);
        Countdown countdown = new Countdown(shards.length, done);
        for (HubShard shard : shards) {
            shard.run(() -> {
                for (int i = shard.liveness.size() - 1; i >= 0; i--) {
                    Subscriber subscriber = shard.liveness.subscriber(i);
                    if (subscriber.app.hub == hub && socketIds.contains(subscriber.socketId())) {
                        subscriber.refuse(code);
                    }
                }
                countdown.complete();
            });
        }
    }

    /** The action may remove the subscriber it is given. */
    private void forEach(Consumer<Subscriber> action) {
        for (HubShard shard : shards) {
            shard.run(() -> {
                for (int i = shard.liveness.size() - 1; i >= 0; i--) {
                    action.accept(shard.liveness.subscriber(i));
                }
            });
        }
    }
}
