package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class PipelineConnectionTest extends ConnectionContract {
    PipelineConnectionTest() {
        super(Kind.NIO);
    }

    @Override
    Class<?> connectionClass() {
        return PipelineConnection.class;
    }
}
