package dev.fanfare.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** With a certificate of the test instead of one that Caddy gets by itself. */
@Sdk("SDKs over TLS behind Caddy")
class CaddyIT extends BehindProxy {
    @Override
    List<String> command(Path folder, CertificateFiles files, int port, int serverPort) throws IOException {
        String site = replaced(
                block("realtime.example.com {"),
                "realtime.example.com {",
                "https://127.0.0.1:" + port + " {\n    tls " + files.certificate() + " " + files.key(),
                "127.0.0.1:6001",
                "127.0.0.1:" + serverPort);
        String options =
                "{\n    admin off\n    auto_https disable_redirects\n    storage file_system " + folder + "\n}\n";
        Path config = Files.writeString(folder.resolve("Caddyfile"), options + site);
        return List.of("caddy", "run", "--adapter", "caddyfile", "--config", config.toString());
    }
}
