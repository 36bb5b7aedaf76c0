package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class TlsConnectionTest extends ConnectionContract {
    TlsConnectionTest() {
        super(Kind.AUTO, TestCertificate.ANY);
    }

    @Override
    Class<?> connectionClass() {
        return PipelineConnection.class;
    }
}
