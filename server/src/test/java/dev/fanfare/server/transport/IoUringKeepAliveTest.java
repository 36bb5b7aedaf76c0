package dev.fanfare.server.transport;

import dev.fanfare.server.config.TransportConfig.Kind;

class IoUringKeepAliveTest extends KeepAliveContract {
    IoUringKeepAliveTest() {
        super(Kind.IO_URING);
    }
}
