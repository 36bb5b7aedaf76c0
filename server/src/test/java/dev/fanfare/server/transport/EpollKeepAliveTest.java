package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class EpollKeepAliveTest extends KeepAliveContract {
    EpollKeepAliveTest() {
        super(Kind.EPOLL);
    }
}
