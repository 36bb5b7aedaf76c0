package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class EpollTlsTransportTest extends TransportContract {
    EpollTlsTransportTest() {
        super(Kind.EPOLL, TestCertificate.ANY);
    }
}
