package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.fanfare.server.config.TlsConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsFilesTest {
    @TempDir
    private Path folder;

    private TlsFiles files = new TlsFiles(new TlsConfig("", ""));

    @BeforeEach
    void writeFiles() throws IOException {
        files = TestCertificate.ANY.write(folder);
    }

    private void isRefused(String setting, String message) {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(files::identity)
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.setting()).isEqualTo(setting))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
        assertThat(files.check(Instant.EPOCH))
                .singleElement()
                .asString()
                .contains(message)
                .endsWith("(`" + setting + "`)");
    }

    @ParameterizedTest
    @CsvSource({"chain.pem, tls.certificate", "key.pem, tls.key"})
    void missingFileIsNamed(String name, String setting) throws IOException {
        Files.delete(folder.resolve(name));
        isRefused(setting, name + " does not exist");
    }

    @ParameterizedTest
    @CsvSource({"chain.pem, tls.certificate", "key.pem, tls.key"})
    void folderIsNamed(String name, String setting) throws IOException {
        Files.delete(folder.resolve(name));
        Files.createDirectory(folder.resolve(name));
        isRefused(setting, name + " is a folder");
    }

    @ParameterizedTest
    @CsvSource({"chain.pem, tls.certificate", "key.pem, tls.key"})
    void fileThatIsNoPemIsNamed(String name, String setting) throws IOException {
        Files.write(folder.resolve(name), new byte[] {0x30, (byte) 0x82, 0, 1});
        isRefused(setting, name + " holds no whole PEM block");
    }

    @Test
    void filesThatWereMixedUpAreNamed() throws IOException {
        Files.writeString(folder.resolve("chain.pem"), TestCertificate.ANY.keyPem());
        isRefused("tls.certificate", "chain.pem holds no certificate but PRIVATE KEY, expected CERTIFICATE");
    }

    @ParameterizedTest
    @CsvSource({
        "ENCRYPTED PRIVATE KEY, is encrypted",
        "RSA PRIVATE KEY, openssl pkcs8",
        "EC PRIVATE KEY, openssl pkcs8",
        "CERTIFICATE, 'holds CERTIFICATE, expected PRIVATE KEY'",
        "PRIVATE KEY, damaged"
    })
    void keyOfAnotherFormIsRefusedWithTheWayOut(String label, String message) throws IOException {
        byte[] bytes = "any".getBytes(StandardCharsets.US_ASCII);
        Files.writeString(folder.resolve("key.pem"), TestCertificate.pem(label, bytes));
        isRefused("tls.key", message);
    }

    @Test
    void damagedCertificateIsRefused() throws IOException {
        Files.writeString(folder.resolve("chain.pem"), TestCertificate.pem("CERTIFICATE", new byte[40]));
        isRefused("tls.certificate", "chain.pem holds a certificate that cannot be read");
    }

    @ParameterizedTest
    @CsvSource({"EC", "RSA", "Ed25519"})
    void keyOfAnotherCertificateIsRefused(String algorithm) throws IOException {
        Files.writeString(
                folder.resolve("key.pem"), TestCertificate.make(algorithm).keyPem());
        isRefused("tls.key", "key.pem does not fit the first certificate in " + folder.resolve("chain.pem"));
    }

    @Test
    void textAroundTheBlocksAndWindowsLineEndsAreFine() throws IOException {
        String certificate =
                "Bag Attributes\r\n" + TestCertificate.ANY.certificatePem().replace("\n", "\r\n");
        Files.writeString(folder.resolve("chain.pem"), certificate + TestCertificate.ANY.keyPem());
        Files.copy(folder.resolve("chain.pem"), folder.resolve("key.pem"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(files.identity().own()).isEqualTo(TestCertificate.ANY.certificate());
    }

    @Test
    void certificateOutOfItsTimeIsAWarning() {
        Instant end = files.identity().own().getNotAfter().toInstant();
        Instant begin = files.identity().own().getNotBefore().toInstant();
        assertThat(files.check(end.minusSeconds(1))).isEmpty();
        assertThat(files.check(end.plus(Duration.ofDays(1))))
                .singleElement()
                .asString()
                .contains("expired at " + end);
        assertThat(files.check(begin.minusSeconds(60)))
                .singleElement()
                .asString()
                .contains("not valid before " + begin);
    }
}
