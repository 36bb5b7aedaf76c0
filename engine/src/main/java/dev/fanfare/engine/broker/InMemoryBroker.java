package dev.fanfare.engine.broker;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Connects the nodes of one JVM by calling them, on the thread that publishes. Alone it is what a single node needs. */
public final class InMemoryBroker implements Broker {
    private final Bus bus;
    private volatile @Nullable NodeId node;

    /** A broker of its own: there are no other nodes. */
    public InMemoryBroker() {
        this(new Bus());
    }

    /** One node's access to a bus that others share. */
    public InMemoryBroker(Bus bus) {
        this.bus = bus;
    }

    @Override
    public void publish(Envelope envelope) {
        bus.publish(envelope);
    }

    @Override
    public void join(NodeId node, BrokerListener listener) {
        this.node = node;
        if (bus.listeners.putIfAbsent(node, listener) != null) {
            throw new IllegalStateException("Node " + node.value() + " has joined already");
        }
    }

    @Override
    public void close() {
        NodeId joined = node;
        if (joined != null) {
            bus.listeners.remove(joined);
        }
    }

    /** What the brokers of a cluster within one JVM share. */
    public static final class Bus {
        private final ConcurrentMap<NodeId, BrokerListener> listeners = new ConcurrentHashMap<>();

        void publish(Envelope envelope) {
            if (listeners.size() < 2) {
                return;
            }
            for (var entry : listeners.entrySet()) {
                if (!entry.getKey().equals(envelope.origin())) {
                    entry.getValue().received(envelope);
                }
            }
        }
    }
}
