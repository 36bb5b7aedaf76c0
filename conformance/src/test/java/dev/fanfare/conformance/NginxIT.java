package dev.fanfare.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@Sdk("SDKs over TLS behind nginx")
class NginxIT extends BehindProxy {
    @Override
    List<String> command(Path folder, CertificateFiles files, int port, int serverPort) throws IOException {
        String server = replaced(
                block("server {"),
                "listen 443 ssl",
                "listen 127.0.0.1:" + port + " ssl",
                "/etc/letsencrypt/live/realtime.example.com/fullchain.pem",
                files.certificate().toString(),
                "/etc/letsencrypt/live/realtime.example.com/privkey.pem",
                files.key().toString(),
                "127.0.0.1:6001",
                "127.0.0.1:" + serverPort);
        Path config = Files.writeString(folder.resolve("nginx.conf"), """
                daemon off;
                master_process off;
                pid nginx.pid;
                error_log stderr;
                events {}
                http {
                access_log off;
                client_body_temp_path body;
                proxy_temp_path proxy;
                fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi;
                scgi_temp_path scgi;
                """ + server + "}\n");
        return List.of("/usr/sbin/nginx", "-p", folder.toString(), "-e", "stderr", "-c", config.toString());
    }
}
