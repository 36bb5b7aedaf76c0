package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class SocketConnectionTest extends ConnectionContract {
    SocketConnectionTest() {
        super(Kind.EPOLL);
    }

    @Override
    Class<?> connectionClass() {
        return SocketConnection.class;
    }
}
