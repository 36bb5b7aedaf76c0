package dev.fanfare.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate for 127.0.0.1 that openssl has made and signed with its own key, as PEM files. */
record CertificateFiles(Path certificate, Path key) {
    static CertificateFiles make(Path folder) throws IOException, InterruptedException {
        CertificateFiles files = new CertificateFiles(folder.resolve("fullchain.pem"), folder.resolve("privkey.pem"));
        List<String> command = List.of(
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes");
        ProcessBuilder openssl = new ProcessBuilder(new ArrayList<>(command));
        openssl.command().addAll(List.of("-days", "2", "-subj", "/CN=127.0.0.1"));
        openssl.command().addAll(List.of("-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"));
        openssl.command().addAll(List.of("-out", files.certificate.toString(), "-keyout", files.key.toString()));
        Process process = openssl.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return files;
    }
}
