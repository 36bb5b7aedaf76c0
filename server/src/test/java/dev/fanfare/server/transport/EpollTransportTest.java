package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class EpollTransportTest extends TransportContract {
    EpollTransportTest() {
        super(Kind.EPOLL);
    }
}
