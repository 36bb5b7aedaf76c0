package dev.fanfare.engine.broker;

import dev.fanfare.engine.testing.BrokerContract;

class InMemoryBrokerTest extends BrokerContract {
    private final InMemoryBroker.Bus bus = new InMemoryBroker.Bus();

    @Override
    protected Broker broker() {
        return new InMemoryBroker(bus);
    }
}
