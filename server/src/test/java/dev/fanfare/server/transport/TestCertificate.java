package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fanfare.server.config.TlsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that the JDK's keytool has made and signed with its own key, as PEM text. */
record TestCertificate(Certificate certificate, String certificatePem, String keyPem) {
    /** Shared by the tests that only need one. */
    static final TestCertificate ANY = make("EC");

    private static final String PASSWORD = "changeit";

    /** @param algorithm RSA, EC or Ed25519 */
    static TestCertificate make(String algorithm, String... options) {
        try {
            Path folder = Files.createTempDirectory("certificate");
            Path store = folder.resolve("store.p12");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "own",
                    "-dname",
                    "CN=" + algorithm,
                    "-ext",
                    "san=ip:127.0.0.1,dns:localhost"));
            command.addAll(List.of("-keyalg", algorithm, "-keystore", store.toString(), "-storetype", "PKCS12"));
            command.addAll(List.of("-storepass", PASSWORD));
            command.addAll(List.of(options));
            Process keytool =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keytool.waitFor()).as(output).isZero();
            KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Key key = keys.getKey("own", PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(folder);
            Certificate certificate = keys.getCertificate("own");
            return new TestCertificate(
                    certificate, pem("CERTIFICATE", certificate.getEncoded()), pem("PRIVATE KEY", key.getEncoded()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static String pem(String label, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** Files that are there until the JVM ends. */
    TlsFiles files() {
        try {
            Path folder = Files.createTempDirectory("pem");
            folder.toFile().deleteOnExit();
            TlsFiles files = write(folder);
            Path.of(files.config().certificate()).toFile().deleteOnExit();
            Path.of(files.config().key()).toFile().deleteOnExit();
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TlsFiles write(Path folder) throws IOException {
        Path chain = Files.writeString(folder.resolve("chain.pem"), certificatePem);
        Path key = Files.writeString(folder.resolve("key.pem"), keyPem);
        return new TlsFiles(new TlsConfig(chain.toString(), key.toString()));
    }

    /** For clients that trust this certificate and no other. */
    SSLContext clientContext() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("own", certificate);
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
