package dev.fanfare.conformance;

import dev.fanfare.server.config.TransportConfig;
import dev.fanfare.testkit.RealtimeServerExtension;
import org.junit.jupiter.api.extension.RegisterExtension;

@Sdk("transcripts on NIO")
class TranscriptsOnNioIT extends Transcripts {
    @RegisterExtension
    static final RealtimeServerExtension SERVER = ConformanceServer.extension(TransportConfig.Kind.NIO);

    @Override
    RealtimeServerExtension server() {
        return SERVER;
    }
}
