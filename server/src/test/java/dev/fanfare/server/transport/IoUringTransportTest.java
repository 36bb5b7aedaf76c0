package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class IoUringTransportTest extends TransportContract {
    IoUringTransportTest() {
        super(Kind.IO_URING);
    }
}
