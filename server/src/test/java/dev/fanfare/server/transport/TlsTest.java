package dev.fanfare.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fanfare.server.config.TransportConfig.Kind;
import dev.fanfare.server.reload.FilePoller;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is special about a server that speaks TLS; the contracts say what is not. */
class TlsTest {
    private @Nullable TestServer server;

    private TestServer start(Kind kind, TestCertificate certificate, TransportSettings settings) {
        server = new TestServer(kind, 1, settings, new HandshakeQuota(1, _ -> true), certificate);
        return server;
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"EPOLL", "NIO"})
    void plainRequestIsToldSoAndEnded(Kind kind) throws Exception {
        TestServer started = start(kind, TestCertificate.ANY, TestServer.settings());
        try (RawClient client = new RawClient(started.transport.address().getPort())) {
            client.send(RawClient.handshake("/app/app-key"));
            assertThat(client.readResponse()).startsWith("HTTP/1.1 400 ").contains("TLS only");
            client.expectEnd();
        }
    }

    @Test
    void newcomerThatSaysNothingOrHalfAHelloIsEndedInTime() throws Exception {
        TestServer started = start(
                Kind.AUTO,
                TestCertificate.ANY,
                TestServer.withTimeouts(Duration.ofMillis(300), Duration.ofSeconds(75)));
        int port = started.transport.address().getPort();
        try (RawClient silent = new RawClient(port);
                RawClient half = new RawClient(port)) {
            half.send(new byte[] {0x16, 3, 1, 2, 0, 1, 0});
            assertThat(silent.readToEnd()).isEmpty();
            half.readToEnd();
        }
    }

    @Test
    void garbageBehindTheFirstBytesEndsThatConnectionOnly() throws Exception {
        TestServer started = start(Kind.AUTO, TestCertificate.ANY, TestServer.settings());
        try (RawClient client = new RawClient(started.transport.address().getPort());
                RawClient other = started.connectWebSocket()) {
            client.send(new byte[] {0x16, 3, 1, 0, 4, 9, 9, 9, 9});
            client.readToEnd();
            other.sendText("fine");
            assertThat(started.nextReceiver().nextText()).isEqualTo("fine");
        }
    }

    @ParameterizedTest
    @CsvSource({"RSA, TLSv1.2", "RSA, TLSv1.3", "EC, TLSv1.2", "EC, TLSv1.3", "Ed25519, TLSv1.3"})
    void usualKeysAndBothVersionsAreServed(String algorithm, String version) throws Exception {
        TestCertificate certificate = TestCertificate.make(algorithm);
        TestServer started = start(Kind.AUTO, certificate, TestServer.settings());
        try (Socket plain = new Socket("127.0.0.1", started.transport.address().getPort());
                SSLSocket socket = (SSLSocket) certificate
                        .clientContext()
                        .getSocketFactory()
                        .createSocket(plain, "127.0.0.1", plain.getPort(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setProtocols(new String[] {version});
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
        }
    }

    @Test
    void connectionsAreSecure() throws Exception {
        TestServer started = start(Kind.AUTO, TestCertificate.ANY, TestServer.settings());
        try (RawClient _ = started.connectWebSocket()) {
            assertThat(started.nextReceiver().request.secure()).isTrue();
        }
    }

    @Test
    void newcomersGetTheReloadedCertificateAndTheOthersStay() throws Exception {
        TestCertificate renewed = TestCertificate.make("EC");
        TestServer started = start(Kind.AUTO, TestCertificate.ANY, TestServer.settings());
        Tls tls = Objects.requireNonNull(started.tls);
        Path key = Path.of(tls.files().config().key());
        try (RawClient old = started.connectWebSocket()) {
            RecordingReceiver receiver = started.nextReceiver();
            Files.writeString(key, renewed.keyPem());
            tls.reload();
            assertThat(shown(started, TestCertificate.ANY)).isEqualTo(TestCertificate.ANY.certificate());

            renewed.write(key.getParent());
            tls.reload();
            assertThat(shown(started, renewed)).isEqualTo(renewed.certificate());
            old.sendText("still here");
            assertThat(receiver.nextText()).isEqualTo("still here");
        }
    }

    @Test
    void filesThatChangeAreNoticed() throws Exception {
        TestCertificate renewed = TestCertificate.make("EC");
        TestServer started = start(Kind.AUTO, TestCertificate.ANY, TestServer.settings());
        Tls tls = Objects.requireNonNull(started.tls);
        Path key = Path.of(tls.files().config().key());
        try (FilePoller poller = new FilePoller(Duration.ofMillis(20))) {
            poller.watch(List.of(key), tls::reload);
            renewed.write(key.getParent());
            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(shown(started, renewed)).isEqualTo(renewed.certificate()));
        }
    }

    private static Certificate shown(TestServer server, TestCertificate trusted) throws IOException {
        try (RawClient client = new RawClient(server.transport.address().getPort())) {
            client.startTls(trusted.clientContext());
            return ((SSLSocket) client.socket).getSession().getPeerCertificates()[0];
        }
    }
}
