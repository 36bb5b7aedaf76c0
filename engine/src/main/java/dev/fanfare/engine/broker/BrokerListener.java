package dev.fanfare.engine.broker;

/** Receives what other nodes publish. Called on a thread of the broker's, one call at a time; must not block. */
@FunctionalInterface
public interface BrokerListener {
    void received(Envelope envelope);
}
