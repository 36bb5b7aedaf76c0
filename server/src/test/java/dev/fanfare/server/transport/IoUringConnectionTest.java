package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class IoUringConnectionTest extends ConnectionContract {
    IoUringConnectionTest() {
        super(Kind.IO_URING);
    }

    @Override
    Class<?> connectionClass() {
        return PipelineConnection.class;
    }
}
