package dev.fanfare.conformance;

import dev.fanfare.server.config.TransportConfig;
import dev.fanfare.testkit.RealtimeServerExtension;
import io.netty.channel.uring.IoUring;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Has no part in the score: kernels and containers without io_uring play on NIO instead. */
class TranscriptsOnIoUringIT extends Transcripts {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension(
            IoUring.isAvailable() ? TransportConfig.Kind.IO_URING : TransportConfig.Kind.NIO);

    @Override
    RealtimeServerExtension server() {
        return SERVER;
    }
}
