package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class NioTlsTransportTest extends TransportContract {
    NioTlsTransportTest() {
        super(Kind.NIO, TestCertificate.ANY);
    }
}
