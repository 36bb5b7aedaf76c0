package dev.fanfare.conformance;

import dev.fanfare.server.Server;
import dev.fanfare.server.config.TlsConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The server speaks TLS itself, and compresses. */
@Sdk("SDKs over TLS")
class TlsIT {
    @TempDir
    private Path folder;

    private @Nullable Server server;

    @TestFactory
    List<DynamicTest> sdk() throws IOException, InterruptedException {
        CertificateFiles files = CertificateFiles.make(folder);
        Server started = Server.start(ConformanceServer.CONFIG
                .with()
                .tls(new TlsConfig(files.certificate().toString(), files.key().toString()))
                .transport(ConformanceServer.CONFIG.transport().withCompression(true))
                .build());
        server = started;
        return NodeTests.run(
                "tls",
                started.port(),
                Map.of("NODE_EXTRA_CA_CERTS", files.certificate().toString()));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}
