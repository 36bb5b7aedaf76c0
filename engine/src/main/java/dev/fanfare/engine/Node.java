package dev.fanfare.engine;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.AppUsage;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.broker.Broker;
import dev.fanfare.engine.broker.NodeId;
import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.connection.Loop;
import dev.fanfare.engine.hub.Census;
import dev.fanfare.engine.hub.ChannelState;
import dev.fanfare.engine.hub.HubSettings;
import dev.fanfare.engine.hub.Hubs;
import dev.fanfare.engine.hub.Publication;
import dev.fanfare.engine.hub.Publishing;
import dev.fanfare.engine.hub.Subscriber;
import dev.fanfare.protocol.ChannelName;
import dev.fanfare.protocol.CloseCode;
import dev.fanfare.protocol.SocketId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One running server, without its sockets. Every method may be called from any thread; answers come on a thread of the
 * node's choosing: at once, inside the call, where the caller is already on the right loop.
 */
public final class Node implements AutoCloseable {
    private final Apps apps;
    private final Broker broker;
    private final NodeId id;
    private final Hubs hubs;
    private final Publishing publishing;
    private final Census census;
    private final NodeRelay relay;

    Node(NodeId id, List<Loop> loops, Apps apps, Broker broker, HubSettings settings) {
        this.id = id;
        this.apps = apps;
        this.broker = broker;
        relay = new NodeRelay(id, broker);
        hubs = new Hubs(loops, apps, relay, settings);
        publishing = new Publishing(hubs);
        census = new Census(hubs);
    }

    public static NodeBuilder builder() {
        return new NodeBuilder();
    }

    /** Joins the broker and begins to look for connections that have gone silent. Called once. */
    public void start() {
        broker.join(id, NodeRelay.listener(publishing, apps));
        hubs.start();
    }

    public Apps apps() {
        return apps;
    }

    /**
     * Registers a connection whose handshake is done, and sends it {@code connection_established}; or refuses it, with an
     * error frame and a close. Called on the connection's loop.
     */
    public Subscriber open(Loop loop, ConnectionRequest request, Connection connection) {
        return hubs.open(loop, request, connection);
    }

    /**
     * Publishes, in the order of the list.
     *
     * @param accepted called once all loops have the events, with the state of each channel in the order of the list; the
     *     cached event is not part of it
     */
    public void publish(App app, List<Publication> publications, Consumer<List<ChannelState>> accepted) {
        publishing.publish(app, publications, accepted);
    }

    public void channel(App app, ChannelName channel, Consumer<ChannelState> answer) {
        census.channel(app, channel, answer);
    }

    /** All occupied channels whose names begin with the prefix; never {@code #server-to-user-} ones. */
    public void channels(App app, String prefix, Consumer<Map<String, ChannelState>> answer) {
        census.channels(app, prefix, answer);
    }

    /** The user ids in a presence channel. */
    public void members(App app, ChannelName channel, Consumer<List<String>> answer) {
        census.members(app, channel, answer);
    }

    /** Closes every connection that is signed in as the user, on all nodes. */
    public void terminate(App app, String userId, Runnable done) {
        relay.userTerminated(app.id(), userId);
        publishing.terminate(app, userId, done);
    }

    /**
     * Closes connections, on whichever node they are.
     *
     * @param socketIds those that there are not are passed over
     * @param code also says whether their clients may come back
     */
    public void terminate(App app, Set<SocketId> socketIds, CloseCode code, Runnable done) {
        relay.connectionsTerminated(app.id(), socketIds, code);
        publishing.terminate(app, socketIds, code, done);
    }

    /** Whether the app has used up its messages, and may publish no more. */
    public boolean isOverQuota(App app) {
        return hubs.isOverQuota(app);
    }

    /** What the app has done and holds on this node. */
    public AppUsage usage(App app) {
        return hubs.usage(app);
    }

    /**
     * Puts in force what {@link #apps()} say now. Connections stay, but for those of an app that is disabled or that there is no
     * more.
     */
    public void refreshApps() {
        hubs.refresh();
    }

    /**
     * Takes no more connections, and asks those that are here to come back elsewhere, spread evenly over a time. Each gets
     * every event that was accepted before its close. Publishing goes on. Called once.
     *
     * @param over zero for all at once
     * @param drained called on a loop when the last one has been asked
     */
    public void drain(Duration over, Runnable drained) {
        hubs.drain(over, drained);
    }

    /** Asks every connection to come back elsewhere, and leaves the broker. */
    @Override
    public void close() {
        hubs.closeAll(CloseCode.SHUTTING_DOWN);
        broker.close();
    }
}
