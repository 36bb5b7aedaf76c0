package dev.fanfare.engine;

import static java.util.Objects.requireNonNull;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.app.FixedApps;
import dev.fanfare.engine.broker.Broker;
import dev.fanfare.engine.broker.InMemoryBroker;
import dev.fanfare.engine.broker.NodeId;
import dev.fanfare.engine.connection.Loop;
import dev.fanfare.engine.hub.HubSettings;
import dev.fanfare.engine.listener.ChannelListener;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Node} together. Only the loops have no default. */
public final class NodeBuilder {
    /** How long a peer may take to answer a ping. */
    public static final Duration DEFAULT_PONG_TIMEOUT = Duration.ofSeconds(30);

    private NodeId id = new NodeId("node");
    private List<Loop> loops = List.of();
    private Apps apps = new FixedApps(List.of());
    private @Nullable Broker broker;
    private BooleanSupplier accepting = () -> true;
    private Predicate<App> overQuota = app -> false;
    private Duration pongTimeout = DEFAULT_PONG_TIMEOUT;
    private LongSupplier ticker = System::nanoTime;
    private @Nullable RandomGenerator random;
    private ChannelListener listener = ChannelListener.NONE;

    NodeBuilder() {}

    /** Unique among the nodes that share the broker. */
    public NodeBuilder id(NodeId id) {
        this.id = requireNonNull(id, "id");
        return this;
    }

    /** One or more; a connection, a channel and a user each belong to one of them. */
    public NodeBuilder loops(List<? extends Loop> loops) {
        this.loops = List.copyOf(loops);
        return this;
    }

    public NodeBuilder apps(Apps apps) {
        this.apps = requireNonNull(apps, "apps");
        return this;
    }

    /** Default: alone. */
    public NodeBuilder broker(Broker broker) {
        this.broker = requireNonNull(broker, "broker");
        return this;
    }

    /** Whether new connections are taken in; asked on event loops, for every one. */
    public NodeBuilder accepting(BooleanSupplier accepting) {
        this.accepting = requireNonNull(accepting, "accepting");
        return this;
    }

    /** Whether an app has used up its messages; asked on event loops, for every event that somebody publishes or sends. */
    public NodeBuilder overQuota(Predicate<App> overQuota) {
        this.overQuota = requireNonNull(overQuota, "overQuota");
        return this;
    }

    /** Whole seconds, 1 or more. */
    public NodeBuilder pongTimeout(Duration pongTimeout) {
        this.pongTimeout = requireNonNull(pongTimeout, "pongTimeout");
        return this;
    }

    /** Nanoseconds, as {@link System#nanoTime}. */
    public NodeBuilder ticker(LongSupplier ticker) {
        this.ticker = requireNonNull(ticker, "ticker");
        return this;
    }

    /** Draws socket ids; safe to use from several threads. */
    public NodeBuilder random(RandomGenerator random) {
        this.random = requireNonNull(random, "random");
        return this;
    }

    /** Is told what happens to channels. */
    public NodeBuilder listener(ChannelListener listener) {
        this.listener = requireNonNull(listener, "listener");
        return this;
    }

    /** @throws IllegalStateException if there are no loops */
    public Node build() {
        if (loops.isEmpty()) {
            throw new IllegalStateException("A node needs one loop or more, got none");
        }
        HubSettings settings = new HubSettings(
                accepting, pongTimeout, ticker, random == null ? new SecureRandom() : random, overQuota, listener);
        return new Node(id, loops, apps, broker == null ? new InMemoryBroker() : broker, settings);
    }
}
