package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class NioKeepAliveTest extends KeepAliveContract {
    NioKeepAliveTest() {
        super(Kind.NIO);
    }
}
