package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class TlsKeepAliveTest extends KeepAliveContract {
    TlsKeepAliveTest() {
        super(Kind.AUTO, TestCertificate.ANY);
    }
}
