package dev.fanfare.engine;

import dev.fanfare.engine.app.App;
import dev.fanfare.engine.app.Apps;
import dev.fanfare.engine.connection.Connection;
import dev.fanfare.engine.connection.ConnectionRequest;
import dev.fanfare.engine.connection.Loop;
import dev.fanfare.engine.hub.ChannelState;
import dev.fanfare.engine.hub.Publication;
import dev.fanfare.engine.hub.Subscriber;
import dev.fanfare.protocol.ChannelName;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One running server, without its sockets. Every method may be called from any thread; answers come on a thread of the
 * node's choosing (at once, inside the call, where the caller is already on the right loop).
 */
public final class Node {
    public Apps apps() {
        throw new UnsupportedOperationException();
    }

    /**
     * Registers a connection whose handshake is done, and sends it {@code connection_established}; or refuses it, with an
     * error frame and a close. Called on the connection's loop.
     */
    public Subscriber open(Loop loop, ConnectionRequest request, Connection connection) {
        throw new UnsupportedOperationException();
    }

    /**
     * Publishes, in the order of the list.
     *
     * @param accepted called once all loops have the events, with the state of each channel in the order of the list
     */
    public void publish(App app, List<Publication> publications, Consumer<List<ChannelState>> accepted) {
        throw new UnsupportedOperationException();
    }

    public void channel(App app, ChannelName channel, Consumer<ChannelState> answer) {
        throw new UnsupportedOperationException();
    }

    /** All occupied channels whose names begin with the prefix; never {@code #server-to-user-} ones. */
    public void channels(App app, String prefix, Consumer<Map<String, ChannelState>> answer) {
        throw new UnsupportedOperationException();
    }

    /** The user ids in a presence channel. */
    public void members(App app, ChannelName channel, Consumer<List<String>> answer) {
        throw new UnsupportedOperationException();
    }

    /** Closes every connection that is signed in as the user. */
    public void terminate(App app, String userId, Runnable done) {
        throw new UnsupportedOperationException();
    }

    /** Connections of the app on this node. */
    public int connections(App app) {
        throw new UnsupportedOperationException();
    }
}
