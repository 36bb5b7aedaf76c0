package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class NioTransportTest extends TransportContract {
    NioTransportTest() {
        super(Kind.NIO);
    }
}
