package dev.fanfare.engine.broker;

/**
 * Carries envelopes between the nodes of a cluster. It never delivers to local subscribers: a node does that itself, before
 * it publishes, so that local traffic keeps flowing while the broker is away.
 *
 * <p>Envelopes of one node arrive at every other node in the order in which it published them, each at most once, and never
 * at the node that published them.
 */
public interface Broker extends AutoCloseable {
    /** Sends to all other nodes. Called on event loops; never blocks, never throws: what cannot be sent is dropped and counted. */
    void publish(Envelope envelope);

    /** Registers this node. Called once, before the first {@link #publish}. */
    void join(NodeId node, BrokerListener listener);

    /** Leaves the cluster; what others publish from then on is not received. */
    @Override
    void close();
}
